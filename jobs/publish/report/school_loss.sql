-- One row per (network, hub, time_period, fate): of the schools of a hub (or Total) engaged and eligible in the year
-- before, what happened to how many, and whether they count as retained, as not retained, or in neither count. Without rows where the returns
-- of a hub have a gap: a school that is not in them may have taken part.
create or replace table school_loss as
with fate as (
    select
        fate_order,
        fate,
        counts_as
    from (
        values
            (1, 'Stayed', 'Retained'),
            (2, 'Converted', 'Retained'),
            (3, 'Left', 'Not retained'),
            (4, 'Paused', 'Not retained'),
            (5, 'Closed', 'In neither count'),
            (6, 'Moved area', 'In neither count')
    ) as fates (fate_order, fate, counts_as)
),
counted as (
    select
        followed_school.network,
        standing.hub,
        followed_school.time_period,
        followed_school.fate,
        count(*) as schools
    from followed_school
    join figure_standing as standing
        on standing.indicator = 'schools_retained_percent'
        and standing.network = followed_school.network
        and standing.counted_as = followed_school.hub
        and standing.time_period = followed_school.time_period
        and standing.is_covered
        and not coalesce(standing.is_partial, false)
    group by all
),
followed as (
    select distinct
        network,
        hub,
        time_period
    from counted
)
select
    followed.network,
    followed.hub,
    followed.time_period,
    fate.fate_order,
    fate.fate,
    fate.counts_as,
    coalesce(counted.schools, 0) as schools
from followed
cross join fate
left join counted
    on counted.network = followed.network
    and counted.hub = followed.hub
    and counted.time_period = followed.time_period
    and counted.fate = fate.fate
order by
    followed.network,
    followed.hub,
    followed.time_period,
    fate.fate_order;
