-- One row per (network, member, hub, time_period): a hub (member) in an academic year and a figure that includes it:
-- its own, the Total of all open hubs, and those of the groups of hubs behind network figures. has_schools is true if
-- the figure looks at eligible schools in that year.
create or replace table figure_hub as
select
    network,
    hub as member,
    hub,
    time_period,
    true as has_schools
from hub_year
union all
select
    network,
    hub as member,
    'Total' as hub,
    time_period,
    true as has_schools
from hub_year
union all
select
    hub_group.network,
    hub_year.hub as member,
    hub_group.hub,
    hub_year.time_period,
    bool_or(hub_year.time_period >= hub_group.schools_from_period) as has_schools
from hub_group
join hub_year
    on hub_year.network = hub_group.network
    and hub_year.time_period between hub_group.from_period and hub_group.time_period
    and list_contains(string_split(hub_group.members, ', '), hub_year.hub)
where hub_group.hub <> 'Total'
group by all;
