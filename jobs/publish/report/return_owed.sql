-- One row per (network, hub): a hub with returns still to come for the last academic year of its network.
create or replace table return_owed as
with last_year as (
    select
        network,
        max(time_period) as time_period
    from return_status
    where received
    group by network
)
select
    return_status.network,
    return_status.hub,
    hub.hub_name,
    return_status.time_period,
    string_agg(return_status.return_name, ', ' order by return_status.return_order) as returns
from return_status
join last_year using (network, time_period)
join hub on hub.hub = return_status.hub
where not return_status.received
group by all
order by all;
