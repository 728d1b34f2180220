-- One row per (la_code, now_code): a local authority code in the register or in a hub's area, and a code that is valid
-- for it now: the code itself if it was not replaced.
create or replace table authority_now as
with recursive code as (
    select la_code
    from school
    union
    select hub_area.la_code
    from hub_area
    semi join claim_in_force using (claim)
    where hub_area.la_code is not null
),
-- A set union (not union all), so that codes that replace each other in a cycle end.
walk as (
    select
        la_code,
        la_code as reached
    from code
    union
    select
        walk.la_code,
        authority_follow.new_code as reached
    from walk
    join authority_follow on authority_follow.old_code = walk.reached
)
select
    walk.la_code,
    walk.reached as now_code
from walk
anti join authority_follow on authority_follow.old_code = walk.reached;
