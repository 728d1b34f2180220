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
        case fsm_fifth when 5 then 'Highest fifth' else 'Lowest fifth' end as fifth
    from school_year
    where fsm_fifth in (1, 5)
),
-- Those asked count in n, those who answered stand beside them.
unit as (
    select
        fifth.network,
        fifth.hub,
        fifth.time_period,
        'Total' as education_phase,
        'Total' as breakdown,
        participation.claim,
        participation.row_number,
        fifth.fifth || ', asked' as part,
        1 as n
    from participation
    join figure_hub on figure_hub.member = participation.hub
    join fifth
        on fifth.network = figure_hub.network
        and fifth.hub = figure_hub.hub
        and fifth.time_period = participation.time_period
        and fifth.lineage = participation.lineage
    where participation.rung >= 2
    union all
    select
        fifth.network,
        fifth.hub,
        fifth.time_period,
        'Total' as education_phase,
        'Total' as breakdown,
        response.claim,
        response.row_number,
        fifth.fifth || ', answered' as part,
        0 as n
    from response
    join figure_hub on figure_hub.member = response.hub
    join fifth
        on fifth.network = figure_hub.network
        and fifth.hub = figure_hub.hub
        and fifth.time_period = response.time_period
        and fifth.lineage = response.lineage
),
rate as (
    select
        network,
        hub,
        time_period,
        sum(n) as n,
        count(*) filter (where part = 'Highest fifth, answered') as highest_responses,
        count(*) filter (where part = 'Lowest fifth, answered') as lowest_responses,
        count(*) filter (where part = 'Highest fifth, asked') as highest_participants,
        count(*) filter (where part = 'Lowest fifth, asked') as lowest_participants
    from unit
    group by all
)
select
    network,
    hub,
    time_period,
    'Total' as education_phase,
    'Total' as breakdown,
    n,
    100 * (
        highest_responses / nullif(highest_participants, 0)::double
        - lowest_responses / nullif(lowest_participants, 0)::double
    ) as value
from rate;
