-- Targets for a network without hubs in the list.
-- found: Network is {value}, and no hub of the list is in it.
-- accepted: Use one of {networks}.
-- action: The target was kept and is not used.
select
    claim,
    row_number,
    'network' as field,
    network as value,
    (select string_agg(distinct hub.network, ', ' order by hub.network) from hub) as networks
from target
semi join claim_in_force using (claim)
anti join hub using (network)
order by claim, row_number;
