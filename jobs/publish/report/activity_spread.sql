-- One row per (network, hub, time_period, identity): an activity delivered in a year: how many of the contributing
-- hubs deliver it, and how many schools took part, null if engagement is not known. A hub only has rows of its own
-- activities; for it the number of hubs is null unless at least three contribute, because with two each could tell
-- what the other delivers.
create or replace table activity_spread as
with identified as (
    select distinct
        network,
        hub,
        time_period,
        identity,
        activity
    from delivered
    where activity is not null
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
        hubs_contributing as hubs
    from figure_standing
    where
        indicator = 'activities_spread_percent'
        and hub = 'Total'
        and is_covered
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
    join figure_hub
        on figure_hub.member = identified.hub
        and figure_hub.time_period = identified.time_period
        and figure_hub.hub in (identified.hub, 'Total')
),
engagement_known as (
    select
        network,
        hub,
        time_period,
        counted_as
    from figure_standing
    where
        indicator = 'schools_engaged_percent'
        and is_covered
        and not coalesce(is_partial, false)
),
taking_part as (
    select
        school_activity.network,
        engagement_known.hub,
        school_activity.time_period,
        school_activity.identity,
        count(distinct school_activity.lineage) as schools
    from school_activity
    semi join eligible_school using (network, hub, time_period, lineage)
    join engagement_known
        on engagement_known.network = school_activity.network
        and engagement_known.counted_as = school_activity.hub
        and engagement_known.time_period = school_activity.time_period
    group by all
)
select
    shown.network,
    shown.hub,
    shown.time_period,
    shown.identity,
    coalesce(titled.title, called.title, shown.identity) as title,
    case when shown.hub = 'Total' or open_hub.hubs >= 3 then delivering.delivering end as delivering,
    case when shown.hub = 'Total' or open_hub.hubs >= 3 then open_hub.hubs end as hubs,
    case
        when shown.hub = 'Total' or open_hub.hubs >= 3
        then 100 * delivering.delivering / open_hub.hubs::double
    end as value,
    case when engagement_known.hub is not null then coalesce(taking_part.schools, 0) end as schools
from shown
join delivering using (network, time_period, identity)
join open_hub using (network, time_period)
left join titled using (time_period, identity)
left join called using (network, time_period, identity)
left join taking_part using (network, hub, time_period, identity)
left join engagement_known using (network, hub, time_period)
order by
    shown.network,
    shown.hub,
    shown.time_period,
    delivering desc nulls last,
    title,
    shown.identity;
