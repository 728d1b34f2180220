-- title:        Net promoter score
-- question:     Would respondents recommend the hub to a colleague?
-- numerator:    none
-- denominator:  none
-- unit:         score
-- higher is:    better
-- outcome:      acceptability
-- also:         none
-- construct:    satisfaction
-- notes:        The share scoring 9 or 10 less the share scoring 0 to 6, from -100 to 100. There is no score below 30
--               answers. n is the number of valid answers to the question from 0 to 10.
-- why:          People who would recommend the hub to a colleague accept it more strongly than people who are only
--               satisfied.
-- source:       Reichheld (2003); satisfaction surveys
-- counts:       respondents
-- interval:     nps
-- levels:       hub network
-- breakdowns:   Total
-- returns:      survey_response
-- years:        this
-- reviewed:     2026-11-29
-- version:      2

with unit as (
    select
        figure_hub.network,
        figure_hub.hub,
        response.time_period,
        'Total' as education_phase,
        'Total' as breakdown,
        response.claim,
        response.row_number,
        response.lineage,
        case
            when response.recommend >= 9 then '9 or 10'
            when response.recommend >= 7 then '7 or 8'
            else '0 to 6'
        end as part,
        1 as n
    from response
    join figure_hub
        on figure_hub.member = response.hub
        and figure_hub.time_period = response.time_period
    where response.recommend is not null
),
answer as (
    select
        network,
        hub,
        time_period,
        sum(n) as n,
        count(*) filter (where part = '9 or 10') as promoters,
        count(*) filter (where part = '0 to 6') as detractors,
        count(distinct lineage) as schools
    from unit
    group by all
),
score as (
    select
        *,
        net_promoter_score(promoters, detractors, n) as value,
        net_promoter_half_width(promoters, detractors, n) as half_width,
        rounded_count(promoters) as rounded_promoters,
        rounded_count(detractors) as rounded_detractors,
        rounded_count(n) as rounded_n,
        net_promoter_score(rounded_promoters, rounded_detractors, rounded_n) as rounded_score,
        net_promoter_half_width(rounded_promoters, rounded_detractors, rounded_n) as rounded_half_width
    from answer
)
select
    network,
    hub,
    time_period,
    'Total' as education_phase,
    'Total' as breakdown,
    n,
    case when n >= 30 then value end as value,
    case when n >= 30 then value - half_width end as value_lower_ci,
    case when n >= 30 then value + half_width end as value_upper_ci,
    case when rounded_n >= 30 then rounded_score end as public_value,
    case when rounded_n >= 30 then rounded_score - rounded_half_width end as public_lower_ci,
    case when rounded_n >= 30 then rounded_score + rounded_half_width end as public_upper_ci,
    [promoters, detractors] as public_counts,
    schools
from score;
