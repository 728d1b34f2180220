-- title:        Survey responses
-- question:     What share of those who could answer the survey did?
-- numerator:    survey responses
-- denominator:  participant rows of which somebody attended (rung 2 or 3)
-- unit:         percent
-- higher is:    better
-- outcome:      acceptability
-- also:         none
-- construct:    none
-- notes:        A person in two activities is asked twice, and counts twice. More responses than participants give more
--               than 100.
-- why:          A satisfied few say little of the many who did not answer.
-- source:       AAPOR (2023), Standard Definitions; satisfaction surveys, engagement returns
-- counts:       people
-- interval:     none
-- levels:       hub network
-- breakdowns:   Total
-- returns:      survey_response, engagement
-- years:        this
-- reviewed:     2026-11-23
-- version:      1

with response_count as (
    select
        figure_hub.network,
        figure_hub.hub,
        response.time_period,
        count(*) as responses
    from response
    join figure_hub on figure_hub.member = response.hub
    group by all
),
participant_count as (
    select
        figure_hub.network,
        figure_hub.hub,
        participation.time_period,
        count(*) as participants
    from participation
    join figure_hub on figure_hub.member = participation.hub
    where participation.rung >= 2
    group by all
)
select
    network,
    hub,
    time_period,
    'Total' as education_phase,
    'Total' as breakdown,
    coalesce(response_count.responses, 0) as numerator,
    coalesce(participant_count.participants, 0) as denominator
from participant_count
full join response_count using (network, hub, time_period);
