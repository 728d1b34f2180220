-- One row per (network, other_network, time_period, lineage): a school that is eligible in two networks, in the area
-- of a hub of each whose engagement return was received, and whether each reached it. There is a row from the side
-- of either network.
create or replace table joint_school as
with counted as (
    select
        standing.network,
        standing.time_period,
        standing.hubs_contributing,
        eligible_school.lineage,
        eligible_school.urn,
        eligible_school.phase,
        coalesce(school_engagement.rung >= 2, false) as is_reached
    from figure_standing as standing
    join eligible_school
        on eligible_school.network = standing.network
        and eligible_school.hub = standing.counted_as
        and eligible_school.time_period = standing.time_period
    left join school_engagement
        on school_engagement.network = standing.network
        and school_engagement.hub = standing.counted_as
        and school_engagement.time_period = standing.time_period
        and school_engagement.lineage = eligible_school.lineage
    where
        standing.indicator = 'schools_engaged_percent'
        and standing.hub = 'Total'
        and standing.is_received
)
select
    counted.network,
    other.network as other_network,
    counted.time_period,
    counted.lineage,
    counted.urn,
    counted.phase,
    counted.hubs_contributing as hubs,
    other.hubs_contributing as other_hubs,
    counted.is_reached,
    other.is_reached as is_reached_by_other
from counted
join counted as other
    on other.network <> counted.network
    and other.time_period = counted.time_period
    and other.lineage = counted.lineage;
