-- Schools that are active on the pathway of two hubs of one network in the same academic year.
-- found: School {urn} is also Active on the pathway of {other_hub}.
-- accepted: Agree which hub it is with.
-- action: The row was kept, and the school counts once in the network.
select
    claim,
    row_number,
    'urn' as field,
    urn::varchar as value,
    urn,
    other_hub
from pathway_shared
order by claim, row_number;
