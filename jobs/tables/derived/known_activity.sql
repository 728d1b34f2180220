-- One row per (hub, time_period, spelling): a spelling of an activity in lower case: its code, or its title in the
-- catalogue in force or in the hub's own delivery return if the title identifies one activity.
create or replace table known_activity as
with listed as (
    select
        hub_year.hub,
        activity.time_period,
        activity.activity,
        activity.title
    from activity
    semi join claim_in_force on claim_in_force.claim = activity.claim
    join hub_year using (time_period)
    union all
    select
        delivery.hub,
        delivery.time_period,
        delivery.activity,
        delivery.activity_title as title
    from delivery
    semi join claim_in_force on claim_in_force.claim = delivery.claim
),
spelled as (
    select
        hub,
        time_period,
        activity,
        lower(trim(unnest([activity, title]))) as spelling
    from listed
)
select
    hub,
    time_period,
    spelling,
    min(activity) as activity
from spelled
where spelling is not null
group by all
having count(distinct activity) = 1;
