-- References that are in the list of evidence sources twice.
-- found: Source {value} is also used in row {first_row}.
-- accepted: Keep one row, or give the second source a reference of its own.
-- action: The last row is used.
select
    claim,
    row_number,
    'source' as field,
    source as value,
    first_value(row_number) over listed as first_row
from evidence_source
semi join claim_in_force using (claim)
window listed as (partition by source order by claim, row_number)
qualify row_number() over listed > 1
order by claim, row_number;
