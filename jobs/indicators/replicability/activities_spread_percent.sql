-- title:        Spread of activities
-- question:     What share of the hubs delivers an activity?
-- numerator:    hubs that deliver the activity
-- denominator:  hubs that returned what they delivered
-- unit:         percent
-- higher is:    neither
-- outcome:      replicability
-- also:         reach
-- construct:    diffusion
-- notes:        Each activity of the year by its code. The Total is the mean over activities, for ten hubs or more.
--               Activities of a new year may have new codes.
-- why:          An activity that many hubs deliver has been shown to work beyond the hub that designed it.
-- source:       Greenberg et al. (2005); delivery returns
-- counts:       hubs
-- interval:     none
-- levels:       network
-- breakdowns:   Total, from data
-- returns:      delivery
-- years:        this
-- reviewed:     2026-11-29
-- version:      2

with activity_hub as (
    select distinct
        network,
        time_period,
        activity,
        hub
    from delivered
    where activity is not null
),
-- The hubs that a network's row stands on.
counted_hub as (
    select
        network,
        hub,
        member,
        time_period
    from figure_hub
    where hub <> member
),
listed as (
    select distinct
        counted_hub.network,
        counted_hub.hub,
        counted_hub.time_period,
        activity_hub.activity
    from counted_hub
    join activity_hub
        on activity_hub.hub = counted_hub.member
        and activity_hub.time_period = counted_hub.time_period
),
unit as (
    select
        listed.network,
        listed.hub,
        listed.time_period,
        'Total' as education_phase,
        listed.activity as breakdown,
        listed.activity,
        counted_hub.member,
        (activity_hub.hub is not null)::integer as numerator,
        1 as denominator,
        1 as n
    from listed
    join counted_hub using (network, hub, time_period)
    left join activity_hub
        on activity_hub.time_period = listed.time_period
        and activity_hub.activity = listed.activity
        and activity_hub.hub = counted_hub.member
    union all
    select
        network,
        hub,
        time_period,
        'Total' as education_phase,
        'Total' as breakdown,
        null as activity,
        member,
        null as numerator,
        null as denominator,
        1 as n
    from counted_hub
),
share as (
    select
        network,
        hub,
        time_period,
        education_phase,
        breakdown,
        sum(numerator) as numerator,
        sum(denominator) as denominator,
        sum(n) as n
    from unit
    group by all
)
select
    network,
    hub,
    time_period,
    education_phase,
    breakdown,
    numerator,
    denominator,
    n,
    null as value,
    null as public_value,
    []::bigint[] as public_counts
from share
where breakdown <> 'Total'
union all
select
    network,
    hub,
    time_period,
    education_phase,
    'Total' as breakdown,
    null as numerator,
    null as denominator,
    max(n) as n,
    case when max(n) >= 10 then 100 * sum(numerator) / (max(n)::double * count(numerator)) end as value,
    case
        when rounded_count(max(n)) >= 10
        then 100 * sum(rounded_count(numerator)) / (rounded_count(max(n)) * count(numerator))
    end as public_value,
    []::bigint[] as public_counts
from share
group by network, hub, time_period, education_phase
having count(numerator) > 0;
