-- One row per (network): a network in the list of hubs that jobs/networks does not have, with the nearest network
-- there. No returns are due from its hubs, and no figure counts them.
create or replace table unknown_network as
with known as (
    select distinct network
    from network_return
)
select
    hub_list.network,
    arg_max(
        known.network,
        (jaro_winkler_similarity(lower(known.network), lower(hub_list.network)), known.network)
    ) as nearest,
    string_agg(distinct hub_list.hub, ', ' order by hub_list.hub) as hubs
from hub_list
semi join claim_in_force using (claim)
anti join network_return using (network)
cross join known
group by hub_list.network;
