-- One row per (relation_name, series): a series in a relation of counts of the same place, with its sign: the signed
-- counts add up to at least 0, and to at most the number of schools that the register leaves as the rest: none
-- (parts and their whole), any, those in no group of a ratio, or those that were not there in both years.
create or replace table series_in as
select
    relation_name,
    series,
    sign,
    rest
from (
    values
        ('completed', 'schools_engaged_percent, Completed, numerator', -1, 'any'),
        ('completed', 'schools_engaged_percent, Total, numerator', 1, 'any'),
        ('engaged', 'schools_engaged_percent, Total, numerator', -1, 'any'),
        ('engaged', 'schools_engaged_percent, Enrolled, numerator', 1, 'any'),
        ('ever', 'schools_engaged_percent, Total, numerator', -1, 'any'),
        ('ever', 'schools_engaged_cumulative_percent, Total, numerator', 1, 'any'),
        ('retained', 'schools_retained_percent, Total, numerator', -1, 'any'),
        ('retained', 'schools_engaged_percent, Total, numerator', 1, 'any'),
        ('single', 'single_advocate_percent, Total, numerator', -1, 'any'),
        ('single', 'schools_engaged_percent, Total, numerator', 1, 'any'),
        ('participants', 'schools_engaged_percent, Total, numerator', -1, 'any'),
        ('participants', 'participants_per_school, Total, numerator', 1, 'any'),
        ('attended', 'participants_per_school, Total, numerator', -1, 'any'),
        ('attended', 'survey_response_percent, Total, denominator', 1, 'any'),
        ('rows', 'survey_response_percent, Total, denominator', -1, 'any'),
        ('rows', 'participants_completed_percent, Total, denominator', 1, 'any'),
        ('completed rows', 'schools_engaged_percent, Completed, numerator', -1, 'any'),
        ('completed rows', 'participants_completed_percent, Total, numerator', 1, 'any'),
        ('enrolled rows', 'schools_engaged_percent, Enrolled, numerator', -1, 'any'),
        ('enrolled rows', 'participants_completed_percent, Total, denominator', 1, 'any'),
        ('completed of attended', 'participants_completed_percent, Total, numerator', -1, 'any'),
        ('completed of attended', 'survey_response_percent, Total, denominator', 1, 'any'),
        ('rows sent', 'participants_completed_percent, Total, denominator', -1, 'any'),
        ('rows sent', 'rows_matched_percent, Total, denominator', 1, 'any'),
        ('reengaged', 'schools_reengaged_percent, Total, numerator', -1, 'any'),
        ('reengaged', 'schools_retained_percent, Total, numerator', 1, 'any'),
        ('beyond', 'pathway_continued_percent, Total, numerator', -1, 'any'),
        ('beyond', 'pathway_schools_percent, Total, numerator', 1, 'any'),
        ('progressed', 'stage_progressed_percent, Total, numerator', -1, 'any'),
        ('progressed', 'pathway_continued_percent, Total, numerator', 1, 'any'),
        ('leads', 'leads_retained_percent, Total, numerator', -1, 'any'),
        ('leads', 'leads_per_100_schools, Total, numerator', 1, 'any'),
        ('returned', 'paused_returned_percent, Total, numerator', -1, 'any'),
        ('returned', 'pathway_schools_percent, Total, numerator', 1, 'any'),
        ('long', 'long_engaged_schools_percent, Total, numerator', -1, 'any'),
        ('long', 'schools_engaged_percent, Total, numerator', 1, 'any'),
        ('contexts', 'context_coverage_percent, Total, numerator', -3, 'any'),
        ('contexts', 'schools_engaged_percent, Total, numerator', 1, 'any'),
        ('satisfied', 'respondents_satisfied_percent, Total, denominator', -1, 'any'),
        ('satisfied', 'survey_response_percent, Total, numerator', 1, 'any'),
        ('trusting', 'respondents_trusting_percent, Total, denominator', -1, 'any'),
        ('trusting', 'survey_response_percent, Total, numerator', 1, 'any'),
        ('acceptable', 'acceptability_mean_score, Total, n', -1, 'any'),
        ('acceptable', 'survey_response_percent, Total, numerator', 1, 'any'),
        ('appropriate', 'appropriateness_mean_score, Total, n', -1, 'any'),
        ('appropriate', 'survey_response_percent, Total, numerator', 1, 'any'),
        ('feasible', 'feasibility_mean_score, Total, n', -1, 'any'),
        ('feasible', 'survey_response_percent, Total, numerator', 1, 'any'),
        ('scores', 'net_promoter_score, Total, n', -1, 'any'),
        ('scores', 'survey_response_percent, Total, numerator', 1, 'any'),
        ('asked of attended', 'response_bias_points, Total, n', -1, 'any'),
        ('asked of attended', 'survey_response_percent, Total, denominator', 1, 'any'),
        ('answered', 'response_bias_points, Total, count 1', -1, 'any'),
        ('answered', 'response_bias_points, Total, count 2', -1, 'any'),
        ('answered', 'survey_response_percent, Total, numerator', 1, 'any'),
        ('rural', 'schools_engaged_percent, Total, numerator', 1, 'placeless'),
        ('rural', 'rural_reach_ratio, Total, count 1', -1, 'placeless'),
        ('rural', 'rural_reach_ratio, Total, count 2', -1, 'placeless'),
        ('fifths', 'schools_engaged_percent, Total, numerator', 1, 'between'),
        ('fifths', 'disadvantage_reach_ratio, Total, count 1', -1, 'between'),
        ('fifths', 'disadvantage_reach_ratio, Total, count 2', -1, 'between'),
        ('asked', 'response_bias_points, Total, n', 1, 'none'),
        ('asked', 'response_bias_points, Total, count 3', -1, 'none'),
        ('asked', 'response_bias_points, Total, count 4', -1, 'none'),
        ('recommend', 'net_promoter_score, Total, n', 1, 'any'),
        ('recommend', 'net_promoter_score, Total, count 1', -1, 'any'),
        ('recommend', 'net_promoter_score, Total, count 2', -1, 'any')
) as relations (relation_name, series, sign, rest)
union all
select
    ladder.name || ', ' || paired.name as relation_name,
    ladder.series || ', ' || paired.part as series,
    paired.sign,
    paired.rest
from (
    values
        ('enrolled', 'schools_engaged_percent, Enrolled'),
        ('engaged', 'schools_engaged_percent, Total'),
        ('completed', 'schools_engaged_percent, Completed'),
        ('pathway', 'pathway_schools_percent, Total')
) as ladder (name, series)
cross join (
    values
        ('both of this', 'both', -1, 'any'),
        ('both of this', 'this of both', 1, 'any'),
        ('both of last', 'both', -1, 'any'),
        ('both of last', 'last of both', 1, 'any'),
        ('either', 'this of both', 1, 'stayed'),
        ('either', 'last of both', 1, 'stayed'),
        ('either', 'both', -1, 'stayed'),
        ('this', 'numerator', 1, 'come'),
        ('this', 'this of both', -1, 'come')
) as paired (name, part, sign, rest)
union all
-- Each step contains the next, whichever years they are counted for.
select
    ladder.name || ', ' || counted.part as relation_name,
    ladder.series || ', ' || counted.part as series,
    ladder.sign,
    'any' as rest
from (
    values
        ('completed', 'schools_engaged_percent, Completed', -1),
        ('completed', 'schools_engaged_percent, Total', 1),
        ('engaged', 'schools_engaged_percent, Total', -1),
        ('engaged', 'schools_engaged_percent, Enrolled', 1)
) as ladder (name, series, sign)
cross join (values ('both'), ('this of both'), ('last of both')) as counted (part)
union all
-- Schools at risk in a step of a life table, less those lost in it, are at least as many as those at risk in the
-- next.
select
    'life of ' || life.steps || ', ' || step.step || ' ' || term.name as relation_name,
    'engagement_survival_percent, ' || life.breakdown || ', count ' || (step.step + term.after * life.steps + term.later) as series,
    term.sign,
    'any' as rest
from (values (1, '1 year'), (2, '2 years'), (3, '3 years'), (5, '5 years')) as life (steps, breakdown)
cross join range(1, 6) as step (step)
cross join (
    values
        ('lost', 0, 0, 1),
        ('lost', 1, 0, -1),
        ('next', 0, 0, 1),
        ('next', 1, 0, -1),
        ('next', 0, 1, -1)
) as term (name, after, later, sign)
where step.step + term.later <= life.steps;
