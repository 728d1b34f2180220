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

with open_hub as (
    select
        network,
        time_period,
        count(*) as hubs
    from hub_year
    group by all
),
activity_hub as (
    select
        network,
        time_period,
        activity,
        count(distinct hub) as hubs
    from delivered
    where activity is not null
    group by all
),
share as (
    select
        activity_hub.network,
        activity_hub.time_period,
        activity_hub.activity,
        activity_hub.hubs as delivering,
        open_hub.hubs
    from activity_hub
    join open_hub using (network, time_period)
)
select
    network,
    'Total' as hub,
    time_period,
    'Total' as education_phase,
    activity as breakdown,
    delivering as numerator,
    hubs as denominator,
    hubs as n,
    null as value
from share
union all
select
    network,
    'Total' as hub,
    time_period,
    'Total' as education_phase,
    'Total' as breakdown,
    null as numerator,
    null as denominator,
    max(hubs) as n,
    100 * sum(delivering) / (max(hubs)::double * count(*)) as value
from share
group by all;
