-- One row per (indicator, network, hub, time_period): whether an indicator's figures for a hub (or Total) in an
-- academic year can be given, and how reliable they are. counted_as is the hub or group of hubs that they are counted
-- from. is_given: the hub is open and the network has the returns needed. is_received: the returns were received, for a
-- network from any hub. is_covered: for a network, they were received from hubs with at least half of the eligible
-- schools; otherwise there is no value. is_low: too little is known for the figure to be reliable. is_partial: the
-- hub's own returns have a gap, so it is not compared. open_schools are the eligible schools of all hubs open in every
-- year needed. The last four columns are null for hubs.
create or replace table figure_standing as
with indicator_need as (
    select distinct
        indicator,
        need,
        years
    from needed_return
),
eligible as (
    select
        network,
        hub,
        time_period,
        count(*) as schools
    from eligible_school
    group by all
),
-- The number of hubs of a group and of their eligible schools, each school counted once.
grouped as (
    select
        hub_group.network,
        hub_group.need,
        hub_group.time_period,
        hub_group.basis,
        hub_group.counted_as,
        hub_group.hubs,
        eligible.schools
    from hub_group
    left join eligible using (network, hub, time_period)
),
hubs as (
    select
        hub_need.network,
        hub_need.need,
        hub_need.time_period,
        bool_or(hub_need.is_given) as is_given,
        coalesce(bool_or(contributing_hub.has_gap or hub_need.makes_low), false) as has_gap
    from hub_need
    left join contributing_hub using (network, need, hub, time_period)
    group by all
),
network_need as (
    select
        hubs.*,
        coalesce(contributing.counted_as, 'Total') as counted_as,
        coalesce(contributing.hubs, 0) as hubs_contributing,
        coalesce(all_open.hubs, 0) as hubs_open,
        all_open.schools as open_schools,
        coalesce(100 * contributing.schools / nullif(all_open.schools, 0)::double, 0) as coverage_percent
    from hubs
    left join grouped as contributing
        on contributing.network = hubs.network
        and contributing.need = hubs.need
        and contributing.time_period = hubs.time_period
        and contributing.basis = 'value'
    left join grouped as all_open
        on all_open.network = hubs.network
        and all_open.need = hubs.need
        and all_open.time_period = hubs.time_period
        and all_open.basis = 'open'
)
select
    indicator_need.indicator,
    hub_need.network,
    hub_need.hub,
    hub_need.time_period,
    hub_need.hub as counted_as,
    hub_need.is_open and hub_need.is_given as is_given,
    hub_need.is_received,
    hub_need.is_received as is_covered,
    hub_need.is_incomplete or hub_need.has_gap as is_low,
    hub_need.is_incomplete or hub_need.has_gap as is_partial,
    null::bigint as hubs_contributing,
    null::bigint as hubs_open,
    null::double as coverage_percent,
    null::bigint as open_schools
from indicator_need
join hub_need using (need)
union all
select
    indicator_need.indicator,
    network_need.network,
    'Total' as hub,
    network_need.time_period,
    network_need.counted_as,
    network_need.is_given,
    network_need.hubs_contributing > 0 as is_received,
    network_need.hubs_contributing > 0 and network_need.coverage_percent >= 50 as is_covered,
    network_need.coverage_percent < 80 or network_need.has_gap as is_low,
    network_need.has_gap as is_partial,
    network_need.hubs_contributing,
    network_need.hubs_open,
    network_need.coverage_percent,
    network_need.open_schools
from indicator_need
join network_need using (need);
