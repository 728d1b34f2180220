-- One row per (network, hub, time_period, code): a mechanism of areas or activities: for how many hubs it was coded,
-- and for how many it is evidenced, out of the hubs for which anything was coded. Its hub is Total; no hub is named.
create or replace table mechanism_spread as
with hub_mechanism as (
    select
        network,
        hub,
        time_period,
        code,
        max(strength_rank) as strength_rank
    from mechanism_coded
    where hub <> 'Total'
    group by all
),
coded as (
    select
        network,
        time_period,
        count(distinct hub) as hubs
    from hub_mechanism
    group by all
)
select
    coded.network,
    'Total' as hub,
    coded.time_period,
    mechanism_kind.level_order,
    mechanism_kind.level,
    mechanism_kind.group_order,
    mechanism_kind.mechanism_group,
    mechanism_kind.mode,
    mechanism_kind.code,
    mechanism_kind.mechanism,
    count(hub_mechanism.hub) filter (where hub_mechanism.strength_rank = 3) as hubs_evidenced,
    count(hub_mechanism.hub) as hubs_coded,
    coded.hubs
from coded
cross join mechanism_kind
left join hub_mechanism using (network, time_period, code)
where mechanism_kind.level <> 'National'
group by all
order by
    coded.network,
    coded.time_period,
    mechanism_kind.code;
