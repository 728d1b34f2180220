-- One row per (hub, time_period, activity): an activity with filled places in a hub's delivery return but no row in its
-- engagement return, although that was received: the engagement return is incomplete.
create or replace table incomplete_engagement as
with returned as (
    select distinct
        hub,
        time_period
    from claim_in_force
    where return_name = 'engagement'
),
listed as (
    select distinct
        engagement.hub,
        engagement.time_period,
        coalesce(known_activity.activity, engagement.activity) as activity
    from engagement
    semi join claim_in_force on claim_in_force.claim = engagement.claim
    left join known_activity
        on known_activity.hub = engagement.hub
        and known_activity.time_period = engagement.time_period
        and known_activity.spelling = lower(trim(engagement.activity))
)
select distinct
    delivered.network,
    delivered.hub,
    delivered.time_period,
    delivered.activity
from delivered
semi join returned using (hub, time_period)
anti join listed using (hub, time_period, activity)
where
    delivered.activity is not null
    and delivered.places_filled > 0;
