-- One row per (network, hub, time_period, level, mechanism_group): a group of mechanisms, and for how many hubs both
-- its formal and its informal side were coded, one of them or neither, out of the hubs for which anything was coded.
-- Its hub is Total; no hub is named.
create or replace table mode_spread as
with hub_group_mode as (
    select
        network,
        hub,
        time_period,
        level,
        mechanism_group,
        bool_or(mode = 'Formal') as formal,
        bool_or(mode = 'Informal') as informal
    from mechanism_coded
    where hub <> 'Total'
    group by all
),
coded as (
    select distinct
        network,
        hub,
        time_period
    from hub_group_mode
),
place as (
    select distinct
        level_order,
        level,
        group_order,
        mechanism_group
    from mechanism_kind
    where level <> 'National'
)
select
    coded.network,
    'Total' as hub,
    coded.time_period,
    place.level_order,
    place.level,
    place.group_order,
    place.mechanism_group,
    count(*) filter (where hub_group_mode.formal and hub_group_mode.informal) as both_modes,
    count(*) filter (where hub_group_mode.formal and not hub_group_mode.informal) as formal_only,
    count(*) filter (where hub_group_mode.informal and not hub_group_mode.formal) as informal_only,
    count(*) filter (where hub_group_mode.formal is null) as neither,
    count(*) as hubs
from coded
cross join place
left join hub_group_mode using (network, hub, time_period, level, mechanism_group)
group by all
order by
    coded.network,
    coded.time_period,
    place.level_order,
    place.group_order;
