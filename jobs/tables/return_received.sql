-- One row per network, hub (or Total), academic year and return of which a claim was accepted, nil returns included.
create or replace table return_received as
select distinct
    figure_hub.network,
    figure_hub.hub,
    claim_in_force.time_period,
    claim_in_force.return_name
from claim_in_force
join hub_year using (hub, time_period)
join network_return using (network, return_name)
join figure_hub on figure_hub.member = hub_year.hub;
