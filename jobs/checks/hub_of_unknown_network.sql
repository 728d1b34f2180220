-- Hubs in a network that is not in the catalogue.
-- found: Network is {value}, which is not known.
-- accepted: Use one of {networks} (nearest: {nearest}).
-- action: The hub was kept. No return is expected of it, and no figure includes it, until the network is corrected.
select
    hub_list.claim,
    hub_list.row_number,
    'network' as field,
    hub_list.network as value,
    (
        select string_agg(distinct network_return.network, ', ' order by network_return.network)
        from network_return
    ) as networks,
    unknown_network.nearest
from hub_list
semi join claim_in_force using (claim)
join unknown_network using (network)
order by hub_list.claim, hub_list.row_number;
