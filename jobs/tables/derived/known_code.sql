-- One row per (code, title, hub, time_period): an activity of an academic year, from a network's catalogue or from
-- what a hub returned as its activities. Short codes, and titles in place of codes, are read as one of these. hub is
-- null if the activity is every hub's.
create or replace view known_code as
select distinct
    activity.activity as code,
    activity.title,
    if(activity.designed = 'Local', activity.origin_hub, null) as hub,
    activity.time_period
from activity
semi join claim on claim.claim = activity.claim and claim.in_force
where activity.activity is not null and activity.time_period is not null
union
select distinct
    delivery.activity as code,
    delivery.activity_title as title,
    delivery.hub,
    delivery.time_period
from delivery
semi join claim on claim.claim = delivery.claim and claim.in_force
where delivery.activity is not null and delivery.time_period is not null;
