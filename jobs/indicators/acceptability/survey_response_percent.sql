-- title:        Survey responses
-- question:     What share of those who could answer the survey did?
-- numerator:    survey responses
-- denominator:  participant rows of people who attended
-- unit:         percent
-- higher is:    better
-- outcome:      acceptability
-- also:         none
-- construct:    none
-- notes:        A person in two activities is asked twice and counts twice. The value is above 100 where there are more
--               responses than participants.
-- why:          When few participants answer, the answers may not represent the others.
-- source:       AAPOR (2023), Standard Definitions; satisfaction surveys, engagement returns
-- counts:       people
-- interval:     none
-- levels:       hub network
-- breakdowns:   Total
-- returns:      survey_response, engagement
-- years:        this
-- reviewed:     2026-11-30
-- version:      4

with unit as (
    select
        figure_hub.network,
        figure_hub.hub,
        response.time_period,
        'Total' as education_phase,
        'Total' as breakdown,
        response.claim,
        response.row_number,
        1 as numerator,
        0 as denominator
    from response
    join figure_hub
        on figure_hub.member = response.hub
        and figure_hub.time_period = response.time_period
    union all
    select
        figure_hub.network,
        figure_hub.hub,
        participation.time_period,
        'Total' as education_phase,
        'Total' as breakdown,
        participation.claim,
        participation.row_number,
        0 as numerator,
        1 as denominator
    from participation
    join figure_hub
        on figure_hub.member = participation.hub
        and figure_hub.time_period = participation.time_period
    where participation.rung >= 2
)
select
    network,
    hub,
    time_period,
    education_phase,
    breakdown,
    sum(numerator) as numerator,
    sum(denominator) as denominator
from unit
group by all;
