-- title:        Response bias by disadvantage
-- question:     Do schools with many pupils on free school meals answer the survey as often as those with few?
-- numerator:    none
-- denominator:  none
-- unit:         points
-- higher is:    neither
-- outcome:      data_quality
-- also:         none
-- construct:    representativeness
-- notes:        The response rate of the fifth of schools with the most pupils on free school meals, less that of the
--               fifth with the fewest, in percentage points. 0 means no bias. The rate is responses over participant
--               rows with attendance, for eligible schools. n is the number of those participant rows in both fifths.
--               Not available where either fifth has fewer than ten. The limits are Newcombe's, for independent shares.
-- why:          If some kinds of school answer less often, the survey results do not represent them.
-- source:       AAPOR (2023), Standard Definitions; satisfaction surveys, engagement returns, school register
-- counts:       people
-- interval:     newcombe
-- levels:       hub network
-- breakdowns:   Total
-- returns:      survey_response, engagement
-- years:        this
-- reviewed:     2026-11-29
-- version:      2

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
    join figure_hub
        on figure_hub.member = participation.hub
        and figure_hub.time_period = participation.time_period
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
    join figure_hub
        on figure_hub.member = response.hub
        and figure_hub.time_period = response.time_period
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
),
rounded as (
    select
        network,
        hub,
        time_period,
        rounded_count(highest_responses) as highest_responses,
        rounded_count(lowest_responses) as lowest_responses,
        rounded_count(highest_participants) as highest_participants,
        rounded_count(lowest_participants) as lowest_participants,
        rounded_count(highest_responses) / rounded_count(highest_participants) as highest,
        rounded_count(lowest_responses) / rounded_count(lowest_participants) as lowest
    from rate
    where
        rounded_count(highest_participants) >= 10
        and rounded_count(lowest_participants) >= 10
),
shares as (
    select
        *,
        highest_responses / highest_participants::double as highest,
        lowest_responses / lowest_participants::double as lowest
    from rate
    where
        highest_participants >= 10
        and lowest_participants >= 10
)
select
    network,
    hub,
    time_period,
    'Total' as education_phase,
    'Total' as breakdown,
    rate.n,
    100 * (shares.highest - shares.lowest) as value,
    100 * newcombe_lower(
        shares.highest,
        wilson_lower(shares.highest_responses, shares.highest_participants),
        shares.lowest,
        wilson_upper(shares.lowest_responses, shares.lowest_participants),
        0
    ) as value_lower_ci,
    100 * newcombe_upper(
        shares.highest,
        wilson_upper(shares.highest_responses, shares.highest_participants),
        shares.lowest,
        wilson_lower(shares.lowest_responses, shares.lowest_participants),
        0
    ) as value_upper_ci,
    100 * (rounded.highest - rounded.lowest) as public_value,
    100 * newcombe_lower(
        rounded.highest,
        wilson_lower(rounded.highest_responses, rounded.highest_participants),
        rounded.lowest,
        wilson_upper(rounded.lowest_responses, rounded.lowest_participants),
        0
    ) as public_lower_ci,
    100 * newcombe_upper(
        rounded.highest,
        wilson_upper(rounded.highest_responses, rounded.highest_participants),
        rounded.lowest,
        wilson_lower(rounded.lowest_responses, rounded.lowest_participants),
        0
    ) as public_upper_ci,
    [
        rate.highest_responses, rate.lowest_responses, rate.highest_participants, rate.lowest_participants
    ] as public_counts
from rate
left join shares using (network, hub, time_period)
left join rounded using (network, hub, time_period);
