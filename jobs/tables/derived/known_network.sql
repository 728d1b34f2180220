-- One row per (network): a network in the list of hubs. A return about the national level may name it in place of a
-- hub.
create or replace view known_network as
select distinct hub_list.network
from hub_list
semi join claim on claim.claim = hub_list.claim and claim.in_force;
