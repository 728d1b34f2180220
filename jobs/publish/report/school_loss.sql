-- One row per (network, hub, time_period, fate): what happened to the schools of a hub (or Total) that were engaged
-- and eligible in the year before: how many, and whether they count as retained, as not retained, or in neither
-- count. There are no rows if the returns of a hub have a gap: a school that is not in them may have taken part. If
-- a pathway return is missing (pathway_missing), the schools that left and those that paused are one row.
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
            (3, 'Stopped or paused', 'Not retained'),
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
        pathway_missing.hub is not null as lacks_pathway,
        case
            when lacks_pathway and followed_school.fate in ('Left', 'Paused') then 'Stopped or paused'
            else followed_school.fate
        end as fate,
        count(*) as schools
    from followed_school
    join figure_standing as standing
        on standing.indicator = 'schools_retained_percent'
        and standing.network = followed_school.network
        and standing.counted_as = followed_school.hub
        and standing.time_period = followed_school.time_period
        and standing.is_covered
        and not coalesce(standing.is_partial, false)
    left join pathway_missing
        on pathway_missing.network = followed_school.network
        and pathway_missing.hub = followed_school.hub
        and pathway_missing.time_period = followed_school.time_period
    group by all
),
followed as (
    select distinct
        network,
        hub,
        time_period,
        lacks_pathway
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
join fate
    on case when followed.lacks_pathway then fate.fate not in ('Left', 'Paused') else fate.fate <> 'Stopped or paused' end
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
