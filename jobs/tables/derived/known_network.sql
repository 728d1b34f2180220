-- One row per (network): a network of jobs/networks, or another one in the list of hubs. Lists may write it in capitals
-- or small letters. A return about the national level may name it in place of a hub.
create or replace view known_network as
select distinct network
from network_return
union
select distinct hub_list.network
from hub_list
semi join claim on claim.claim = hub_list.claim and claim.in_force
where lower(hub_list.network) not in (select lower(network) from network_return);
