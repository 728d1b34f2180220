-- title:        Response bias by disadvantage
-- question:     Do schools with many pupils on free school meals answer the survey as often as those with few?
-- numerator:    none
-- denominator:  none
-- unit:         points
-- higher is:    neither
-- outcome:      data_quality
-- also:         none
-- construct:    representativeness
-- notes:        The response rate of the highest fifth of the share of pupils on free school meals less that of the
--               lowest, in percentage points; 0 is no bias. Responses over participant rows of which somebody attended,
--               of eligible schools. n is those participant rows of both fifths.
-- why:          Where some schools answer less often, what the others say does not stand for them.
-- source:       AAPOR (2023), Standard Definitions; satisfaction surveys, engagement returns, school register
-- counts:       people
-- interval:     none
-- levels:       hub network
-- breakdowns:   Total
-- returns:      survey_response, engagement
-- years:        this
-- reviewed:     2026-11-23
-- version:      1

with fifth as (
    select
        network,
        hub,
        time_period,
        lineage,
        fsm_fifth
    from school_year
    where fsm_fifth in (1, 5)
),
answer as (
    select
        fifth.network,
        fifth.hub,
        fifth.time_period,
        fifth.fsm_fifth,
        count(*) as responses
    from response
    join figure_hub on figure_hub.member = response.hub
    join fifth
        on fifth.network = figure_hub.network
        and fifth.hub = figure_hub.hub
        and fifth.time_period = response.time_period
        and fifth.lineage = response.lineage
    group by all
),
asked as (
    select
        fifth.network,
        fifth.hub,
        fifth.time_period,
        fifth.fsm_fifth,
        count(*) as participants
    from participation
    join figure_hub on figure_hub.member = participation.hub
    join fifth
        on fifth.network = figure_hub.network
        and fifth.hub = figure_hub.hub
        and fifth.time_period = participation.time_period
        and fifth.lineage = participation.lineage
    where participation.rung >= 2
    group by all
),
rate as (
    select
        network,
        hub,
        time_period,
        coalesce(sum(answer.responses) filter (where fsm_fifth = 5), 0) as highest_responses,
        coalesce(sum(answer.responses) filter (where fsm_fifth = 1), 0) as lowest_responses,
        coalesce(sum(asked.participants) filter (where fsm_fifth = 5), 0) as highest_participants,
        coalesce(sum(asked.participants) filter (where fsm_fifth = 1), 0) as lowest_participants
    from asked
    full join answer using (network, hub, time_period, fsm_fifth)
    group by all
)
select
    network,
    hub,
    time_period,
    'Total' as education_phase,
    'Total' as breakdown,
    highest_participants + lowest_participants as n,
    100 * (
        highest_responses / nullif(highest_participants, 0)::double
        - lowest_responses / nullif(lowest_participants, 0)::double
    ) as value
from rate;
