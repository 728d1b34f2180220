-- One row per (network, hub, time_period): a hub (or Total, or a group of hubs behind a network's figure) and a year
-- for which a pathway return is due that was not received, for a group from any of its hubs. Without it, paused
-- schools cannot be distinguished from those that stopped.
create or replace table pathway_missing as
select distinct
    figure_hub.network,
    figure_hub.hub,
    figure_hub.time_period
from figure_hub
join network_return
    on network_return.network = figure_hub.network
    and network_return.return_name = 'pathway'
anti join return_received
    on return_received.hub = figure_hub.member
    and return_received.time_period = figure_hub.time_period
    and return_received.return_name = 'pathway';
