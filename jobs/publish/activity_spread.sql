-- One row per network, hub (or Total), academic year and activity delivered in it: how many hubs of those open deliver
-- it, and how many schools took part. A hub has rows of its own activities only.
create or replace table activity_spread as
with identified as (
    select distinct
        delivered.network,
        delivered.hub,
        delivered.time_period,
        coalesce(
            activity_identity.identity,
            regexp_replace(delivered.activity, '^([A-Za-z]+)[0-9]{2}-', '\1-')
        ) as identity,
        delivered.activity
    from delivered
    left join activity_identity using (activity, time_period)
    where delivered.activity is not null
),
titled as (
    select
        identified.time_period,
        identified.identity,
        max(activity.title) as title
    from identified
    join activity using (activity, time_period)
    semi join claim_in_force on claim_in_force.claim = activity.claim
    group by all
),
named as (
    select
        delivery.hub,
        delivery.time_period,
        delivery.activity,
        max(delivery.activity_title) as title
    from delivery
    semi join claim_in_force on claim_in_force.claim = delivery.claim
    group by all
),
called as (
    select
        identified.network,
        identified.time_period,
        identified.identity,
        min(named.title) as title
    from identified
    join named using (hub, time_period, activity)
    group by all
),
open_hub as (
    select
        network,
        time_period,
        count(*) as hubs
    from hub_year
    group by all
),
delivering as (
    select
        network,
        time_period,
        identity,
        count(distinct hub) as delivering
    from identified
    group by all
),
shown as (
    select distinct
        identified.network,
        figure_hub.hub,
        identified.time_period,
        identified.identity
    from identified
    join figure_hub on figure_hub.member = identified.hub
),
taking_part as (
    select
        network,
        hub,
        time_period,
        identity,
        count(distinct lineage) as schools
    from school_activity
    semi join eligible_school using (network, hub, time_period, lineage)
    group by all
)
select
    shown.network,
    shown.hub,
    shown.time_period,
    shown.identity,
    coalesce(titled.title, called.title, shown.identity) as title,
    delivering.delivering,
    open_hub.hubs,
    100 * delivering.delivering / open_hub.hubs::double as value,
    coalesce(taking_part.schools, 0) as schools
from shown
join delivering using (network, time_period, identity)
join open_hub using (network, time_period)
left join titled using (time_period, identity)
left join called using (network, time_period, identity)
left join taking_part using (network, hub, time_period, identity)
order by
    shown.network,
    shown.hub,
    shown.time_period,
    delivering.delivering desc,
    title,
    shown.identity;
