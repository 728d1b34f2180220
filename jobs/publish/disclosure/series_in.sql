-- One row per (relation_name, series): a series that takes part in a relation of counts of the same place, with its sign:
-- the signed counts add up to no less than 0, and to no more than the schools that the register says are rest: none
-- (parts and their whole), any, those that are in no group of a ratio, or those that were not there in both years.
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
        ('retained of', 'schools_retained_percent, Total, numerator', -1, 'any'),
        ('retained of', 'schools_retained_percent, Total, denominator', 1, 'any'),
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
        ('beyond of', 'pathway_continued_percent, Total, numerator', -1, 'any'),
        ('beyond of', 'pathway_continued_percent, Total, denominator', 1, 'any'),
        ('progressed', 'stage_progressed_percent, Total, numerator', -1, 'any'),
        ('progressed', 'pathway_continued_percent, Total, numerator', 1, 'any'),
        ('progressed of', 'stage_progressed_percent, Total, numerator', -1, 'any'),
        ('progressed of', 'stage_progressed_percent, Total, denominator', 1, 'any'),
        ('leads retained', 'leads_retained_percent, Total, numerator', -1, 'any'),
        ('leads retained', 'leads_retained_percent, Total, denominator', 1, 'any'),
        ('leads', 'leads_retained_percent, Total, numerator', -1, 'any'),
        ('leads', 'leads_per_100_schools, Total, numerator', 1, 'any'),
        ('leads moved', 'leads_moved_percent, Total, numerator', -1, 'any'),
        ('leads moved', 'leads_moved_percent, Total, denominator', 1, 'any'),
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
) as paired (name, part, sign, rest);
