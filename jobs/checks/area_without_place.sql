-- Rows of a list of hub areas that name neither a local authority nor a school, or both.
-- found: The row of {hub} names {named}.
-- accepted: Fill in either the LA code or the URN.
-- action: {happened}.
select
    claim,
    row_number,
    'la_code' as field,
    la_code as value,
    hub,
    case when urn is null then 'neither a local authority nor a school' else 'a local authority and a school' end as named,
    case when urn is null then 'The row was kept and adds nothing' else 'The row was kept, and adds both' end as happened
from hub_area
semi join claim_in_force using (claim)
where (la_code is null) = (urn is null)
order by claim, row_number;
