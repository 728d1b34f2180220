-- One row per hub, academic year in which it is open, and return that its network gives: whether it was received.
create or replace table return_status as
select
    hub_year.network,
    hub_year.hub,
    hub_year.time_period,
    network_return.return_name,
    return_received.return_name is not null as received
from hub_year
join network_return using (network)
left join return_received using (network, hub, time_period, return_name)
order by
    hub_year.network,
    hub_year.hub,
    hub_year.time_period,
    network_return.return_name;
