-- One row per (activity, time_period): an activity code in the catalogue in force for an academic year, and the code
-- under which the activity was first known. A code that stays the same from year to year is taken as the same activity.
create or replace table activity_identity as
with recursive listed as (
    select distinct
        activity.activity,
        activity.time_period,
        coalesce(activity.continues, activity.activity) as continues
    from activity
    semi join claim_in_force using (claim)
),
walk as (
    select
        activity,
        time_period,
        activity as reached,
        time_period as reached_period
    from listed
    union
    select
        walk.activity,
        walk.time_period,
        listed.continues as reached,
        academic_year.previous_period as reached_period
    from walk
    join listed
        on listed.activity = walk.reached
        and listed.time_period = walk.reached_period
    join academic_year on academic_year.time_period = walk.reached_period
)
select
    activity,
    time_period,
    reached as identity
from walk
qualify row_number() over (partition by activity, time_period order by reached_period, reached) = 1;
