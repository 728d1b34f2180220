-- One row per (network, hub, time_period, fate): what happened to the schools engaged in the year before, for a hub
-- in an academic year and in the year before that: how many, of how many, the share, and by how many points the
-- share changed. The changes add up to 0: if the share retained falls, the shares that stopped or paused rise by as
-- much. Schools that closed or moved to another area are in neither count, and have no share. There are no rows if
-- one of the two years has none in school_loss, or fewer than ten schools, and none for a fate that no school had.
-- If a pathway return of either year is missing, stopped and paused are one row.
create or replace table retention_change as
with loss as (
    select
        school_loss.*,
        bool_or(fate = 'Stopped or paused') over (partition by network, hub, time_period) as is_joined
    from school_loss
    where hub <> 'Total'
),
pair as (
    select
        now.network,
        now.hub,
        now.time_period,
        academic_year.previous_period,
        bool_or(now.is_joined or before.is_joined) as is_joined
    from loss as now
    join academic_year on academic_year.time_period = now.time_period
    join loss as before
        on before.hub = now.hub
        and before.time_period = academic_year.previous_period
    group by all
),
counted as (
    select
        pair.network,
        pair.hub,
        pair.time_period,
        loss.time_period = pair.time_period as is_now,
        case
            when loss.counts_as = 'Retained' then 'Retained'
            when loss.fate in ('Left', 'Paused', 'Stopped or paused') and pair.is_joined then 'Stopped or paused'
            when loss.fate = 'Left' then 'Stopped'
            when loss.fate = 'Moved area' then 'Moved to another area'
            else loss.fate
        end as fate,
        loss.counts_as <> 'In neither count' as is_counted,
        sum(loss.schools)::bigint as schools
    from pair
    join loss
        on loss.hub = pair.hub
        and loss.time_period in (pair.time_period, pair.previous_period)
    group by all
),
compared as (
    select
        network,
        hub,
        time_period,
        fate,
        is_counted,
        coalesce(sum(schools) filter (where not is_now), 0)::bigint as last_year_schools,
        coalesce(sum(schools) filter (where is_now), 0)::bigint as schools
    from counted
    group by all
),
totalled as (
    select
        *,
        sum(last_year_schools) filter (where is_counted) over year as last_year_of,
        sum(schools) filter (where is_counted) over year as schools_of
    from compared
    window year as (partition by network, hub, time_period)
)
select
    network,
    hub,
    time_period,
    case fate
        when 'Retained' then 1
        when 'Stopped' then 2
        when 'Stopped or paused' then 2
        when 'Paused' then 3
        when 'Closed' then 4
        else 5
    end as fate_order,
    fate,
    'percent' as unit,
    last_year_schools,
    case when is_counted then last_year_of end::bigint as last_year_of,
    case when is_counted then 100 * last_year_schools / last_year_of::double end as last_year_value,
    schools,
    case when is_counted then schools_of end::bigint as schools_of,
    case when is_counted then 100 * schools / schools_of::double end as value,
    case
        when is_counted then 100 * schools / schools_of::double - 100 * last_year_schools / last_year_of::double
    end as change_points
from totalled
where
    last_year_of >= 10
    and schools_of >= 10
    and (fate = 'Retained' or schools + last_year_schools > 0)
order by
    network,
    hub,
    time_period,
    fate_order;
