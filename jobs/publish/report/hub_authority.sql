-- One row per (network, hub, time_period, authority): a local authority in the hub's area in that year or the year
-- before: its eligible schools, and what changed in the area. Authorities have the code valid now.
create or replace table hub_authority as
with authority as (
    select
        la_code,
        coalesce(max(la_name), 'Authority ' || la_code) as authority
    from school
    group by la_code
),
listed as (
    select distinct
        area_year.network,
        area_year.hub,
        area_year.time_period,
        authority_now.now_code as la_code
    from area_year
    join authority_now using (la_code)
),
schools as (
    select
        eligible_school.network,
        eligible_school.hub,
        eligible_school.time_period,
        authority_now.now_code as la_code,
        count(*) as schools
    from eligible_school
    join authority_now using (la_code)
    group by all
),
compared as (
    select
        hub_year.network,
        hub_year.hub,
        hub_year.time_period,
        known.la_code,
        listed.la_code is not null as is_listed,
        listed_before.la_code is not null as was_listed,
        -- Nothing is known from before its first year.
        year_before.time_period is not null as is_compared
    from hub_year
    join (
        select distinct
            hub,
            la_code
        from listed
    ) as known on known.hub = hub_year.hub
    left join listed
        on listed.hub = hub_year.hub
        and listed.time_period = hub_year.time_period
        and listed.la_code = known.la_code
    left join listed as listed_before
        on listed_before.hub = hub_year.hub
        and listed_before.time_period = hub_year.previous_period
        and listed_before.la_code = known.la_code
    left join hub_year as year_before
        on year_before.hub = hub_year.hub
        and year_before.time_period = hub_year.previous_period
)
select
    compared.network,
    compared.hub,
    compared.time_period,
    coalesce(authority.authority, 'Authority ' || compared.la_code) as authority,
    coalesce(schools.schools, 0) as schools,
    case
        when not compared.is_compared then 'First year'
        when compared.is_listed and compared.was_listed then 'As last year'
        when compared.is_listed then 'New this year'
        else 'No longer in the area'
    end as change
from compared
left join authority using (la_code)
left join schools using (network, hub, time_period, la_code)
where
    compared.is_listed
    or compared.was_listed
order by
    compared.network,
    compared.hub,
    compared.time_period,
    authority,
    change;
