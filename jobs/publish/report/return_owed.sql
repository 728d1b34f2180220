-- One row per (network, hub, time_period): a hub and an academic year with returns still to come. Asked for are the years
-- from the first to the last of which the network has received any return.
create or replace table return_owed as
with asked as (
    select
        network,
        min(time_period) as first_period,
        max(time_period) as last_period
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
join asked
    on asked.network = return_status.network
    and return_status.time_period between asked.first_period and asked.last_period
join hub on hub.hub = return_status.hub
where not return_status.received
group by all
order by all;
