-- One row per (network, hub, time_period, authority): a local authority of the hub's area: the eligible schools, how
-- many of them were engaged, and how many never were up to this year; null where engagement is not known. A share and
-- its limits from 10 eligible on. Authorities have the code valid now.
create or replace table authority_reach as
with authority as (
    select
        la_code,
        coalesce(max(la_name), 'Authority ' || la_code) as authority
    from school
    group by la_code
),
described as (
    select
        school_year.network,
        school_year.hub,
        school_year.time_period,
        authority_now.now_code as la_code,
        standing.is_covered and not coalesce(standing.is_partial, false) as is_known,
        school_year.rung >= 2 as is_engaged,
        case when coalesce(ever.is_partial, true) then null else coalesce(school_year.ever_engaged, false) end as ever_engaged
    from school_year
    join figure_standing as standing
        on standing.indicator = 'schools_engaged_percent'
        and standing.network = school_year.network
        and standing.hub = school_year.hub
        and standing.counted_as = school_year.hub
        and standing.time_period = school_year.time_period
    left join figure_standing as ever
        on ever.indicator = 'schools_engaged_cumulative_percent'
        and ever.network = school_year.network
        and ever.hub = school_year.hub
        and ever.counted_as = school_year.hub
        and ever.time_period = school_year.time_period
    join school on school.urn = school_year.urn
    join authority_now on authority_now.la_code = school.la_code
    where standing.hub <> 'Total'
),
counted as (
    select
        network,
        hub,
        time_period,
        la_code,
        count(*) as eligible,
        case when bool_and(is_known) then count(*) filter (where is_engaged) end as engaged,
        case
            when bool_and(is_known and ever_engaged is not null) then count(*) filter (where not ever_engaged)
        end as never
    from described
    group by all
)
select
    counted.network,
    counted.hub,
    counted.time_period,
    coalesce(authority.authority, 'Authority ' || counted.la_code) as authority,
    counted.eligible,
    counted.engaged,
    counted.never,
    case when eligible >= 10 then 100 * engaged / eligible::double end as value,
    case when eligible >= 10 then 100 * wilson_lower(engaged, eligible) end as value_lower_ci,
    case when eligible >= 10 then 100 * wilson_upper(engaged, eligible) end as value_upper_ci
from counted
left join authority using (la_code)
order by
    counted.network,
    counted.hub,
    counted.time_period,
    authority;
