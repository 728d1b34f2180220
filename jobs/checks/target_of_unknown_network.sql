-- Targets for a network that has no hub in the list.
select
    claim,
    row_number,
    'network' as field,
    network as found,
    format(
        'Network is "{}", and no hub of the list is in it; use one of {}; the target was kept and serves nobody.',
        network,
        (select string_agg(distinct hub.network, ', ' order by hub.network) from hub)
    ) as message
from target
semi join claim_in_force using (claim)
anti join hub using (network)
order by claim, row_number;
