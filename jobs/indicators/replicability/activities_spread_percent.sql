-- title:        Spread of activities
-- question:     What share of the hubs delivers an activity?
-- numerator:    hubs that deliver the activity
-- denominator:  hubs open in the year
-- unit:         percent
-- higher is:    neither
-- outcome:      replicability
-- also:         reach
-- construct:    diffusion
-- notes:        Each activity of the year by its code. The Total is the mean over them. Activities of a new year may
--               have new codes.
-- why:          A model that has spread is delivered by many hubs, not only by the one that designed it.
-- source:       Greenberg et al. (2005); delivery returns
-- counts:       hubs
-- interval:     none
-- levels:       network
-- breakdowns:   Total, from data
-- returns:      delivery
-- years:        this
-- reviewed:     2026-11-23
-- version:      1

with activity_hub as (
    select distinct
        network,
        time_period,
        activity,
        hub
    from delivered
    where activity is not null
),
listed as (
    select distinct
        network,
        time_period,
        activity
    from activity_hub
),
unit as (
    select
        listed.network,
        'Total' as hub,
        listed.time_period,
        'Total' as education_phase,
        listed.activity as breakdown,
        listed.activity,
        hub_year.hub as member,
        (activity_hub.hub is not null)::integer as numerator,
        1 as denominator,
        1 as n
    from listed
    join hub_year using (network, time_period)
    left join activity_hub
        on activity_hub.network = listed.network
        and activity_hub.time_period = listed.time_period
        and activity_hub.activity = listed.activity
        and activity_hub.hub = hub_year.hub
    union all
    select
        network,
        'Total' as hub,
        time_period,
        'Total' as education_phase,
        'Total' as breakdown,
        null as activity,
        hub as member,
        null as numerator,
        null as denominator,
        1 as n
    from hub_year
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
    null as value
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
    100 * sum(numerator) / (max(n)::double * count(numerator)) as value
from share
group by all
having count(numerator) > 0;
