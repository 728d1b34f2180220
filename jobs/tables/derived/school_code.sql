-- One row per (urn, time_period, la_code): a local authority code by which a school in the register is found in an area
-- in an academic year; is_valid marks the code that it has in that year. An open school is also found by its code
-- before a reorganisation, until the year of the change. A closed school keeps its last code and is also found by every
-- code that replaced it; if its lineage has an open school, only by the code of that school.
create or replace table school_code as
with year as (
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
    where
        school.status <> 'Closed'
        and school.previous_la_code <> school.la_code
),
followed as (
    select
        school.urn,
        authority_now.now_code as la_code,
        min(authority_follow.first_period) as first_period,
        open_school.la_code as lineage_code
    from school
    join authority_now
        on authority_now.la_code = school.la_code
        and authority_now.now_code <> school.la_code
    left join authority_follow
        on authority_follow.old_code = school.la_code
    join lineage on lineage.urn = school.urn
    left join school as open_school
        on open_school.urn = lineage.lineage
        and open_school.status <> 'Closed'
    where school.status = 'Closed'
    group by all
),
following as (
    select
        urn,
        la_code,
        first_period
    from followed
    qualify
        la_code = lineage_code
        or not coalesce(bool_or(la_code = lineage_code) over (partition by urn), false)
)
select
    school.urn,
    year.time_period,
    school.la_code,
    case
        when moved.urn is not null then year.time_period >= coalesce(moved.first_period, year.time_period)
        else coalesce(year.time_period < coalesce(changed.first_period, 0), true)
            or changed.urn is null
    end as is_valid
from school
cross join year
left join moved on moved.urn = school.urn
left join (
    select
        urn,
        min(coalesce(first_period, 999999)) as first_period
    from following
    group by urn
) as changed on changed.urn = school.urn
union all
select
    moved.urn,
    year.time_period,
    moved.previous_la_code as la_code,
    coalesce(moved.first_period > year.time_period, false) as is_valid
from moved
join year on year.time_period < coalesce(moved.first_period, 999999)
union all
select
    following.urn,
    year.time_period,
    following.la_code,
    coalesce(following.first_period <= year.time_period, false) as is_valid
from following
cross join year;
