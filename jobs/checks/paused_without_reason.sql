-- Schools that paused without a reason.
-- found: School {urn} paused at {stage}, and no reason is given.
-- accepted: Add the reason for pausing.
-- action: The row was kept.
select
    claim,
    row_number,
    'reason' as field,
    null::varchar as value,
    urn,
    stage
from pathway
semi join claim_in_force using (claim)
where status = 'Paused' and reason is null
order by claim, row_number;
