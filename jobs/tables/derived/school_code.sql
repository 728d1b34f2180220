-- One row per (urn, time_period, la_code): a local authority code by which a school in the register is found in an area
-- in an academic year; is_valid marks the code that it has in that year. A school that was moved to a new code, and is
-- open or has closed since, is also found by its code before the reorganisation, until the year of the change. A closed
-- school keeps its last code and is also found by every code that replaced it; if its lineage has an open school, only
-- by those that lead to the code of that school.
create or replace table school_code as
with recursive year as (
    select distinct time_period
    from network_year
),
-- Whether a school got its code by a change in the list, and from which year.
moved as (
    select
        school.urn,
        school.la_code,
        school.previous_la_code,
        authority_follow.first_period
    from school
    left join authority_follow
        on authority_follow.old_code = school.previous_la_code
        and authority_follow.new_code = school.la_code
    where school.previous_la_code <> school.la_code
),
-- Every code that replaced a code, at once or by way of others. A set union (not union all), so that codes that replace
-- each other in a cycle end.
walk as (
    select
        old_code,
        new_code
    from authority_follow
    union
    select
        walk.old_code,
        authority_follow.new_code
    from walk
    join authority_follow on authority_follow.old_code = walk.new_code
),
followed as (
    select
        school.urn,
        walk.new_code as la_code,
        walk.new_code = open_school.la_code or to_open.new_code is not null as leads_to_open
    from school
    join walk
        on walk.old_code = school.la_code
        and walk.new_code <> school.la_code
    join lineage on lineage.urn = school.urn
    left join school as open_school
        on open_school.urn = lineage.lineage
        and open_school.status <> 'Closed'
    left join walk as to_open
        on to_open.old_code = walk.new_code
        and to_open.new_code = open_school.la_code
    where school.status = 'Closed'
),
following as (
    select
        urn,
        la_code
    from followed
    qualify leads_to_open or not coalesce(bool_or(leads_to_open) over (partition by urn), false)
),
code as (
    select
        urn,
        la_code
    from school
    union
    select
        urn,
        previous_la_code as la_code
    from moved
    union
    select
        urn,
        la_code
    from following
),
-- A change of code, and from which year: a move that the list does not have was made before all years, and a code that
-- only the register shows to be replaced stays valid.
step as (
    select
        urn,
        previous_la_code as old_code,
        la_code as new_code,
        coalesce(first_period, 0) as first_period
    from moved
    union all
    select
        following.urn,
        authority_follow.old_code,
        authority_follow.new_code,
        coalesce(authority_follow.first_period, 999999) as first_period
    from following
    join authority_follow on authority_follow.new_code = following.la_code
    semi join code
        on code.urn = following.urn
        and code.la_code = authority_follow.old_code
),
valid as (
    select
        code.urn,
        code.la_code,
        coalesce(min(arrived.first_period), 0) as first_period,
        coalesce(min(moved_on.first_period), 999999) as end_period
    from code
    left join step as arrived
        on arrived.urn = code.urn
        and arrived.new_code = code.la_code
    left join step as moved_on
        on moved_on.urn = code.urn
        and moved_on.old_code = code.la_code
    group by code.urn, code.la_code
)
select
    valid.urn,
    year.time_period,
    valid.la_code,
    year.time_period >= valid.first_period and year.time_period < valid.end_period as is_valid
from valid
cross join year
left join moved
    on moved.urn = valid.urn
    and moved.previous_la_code = valid.la_code
where moved.urn is null or year.time_period < coalesce(moved.first_period, 999999);
