-- One row per (hub, time_period, return_name): a return received from a hub for an academic year: a claim was accepted,
-- possibly as a nil return.
create or replace table return_received as
select distinct
    hub_year.network,
    hub_year.hub,
    claim_in_force.time_period,
    claim_in_force.return_name
from claim_in_force
join hub_year using (hub, time_period)
join network_return using (network, return_name);
