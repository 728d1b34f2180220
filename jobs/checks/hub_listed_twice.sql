-- Hubs whose code is in the list twice.
-- found: Hub code {hub} is also in row {first_row}.
-- accepted: Give each hub one row.
-- action: The last one is used.
select
    claim,
    row_number,
    'hub' as field,
    hub as value,
    hub,
    first_value(row_number) over listed as first_row
from hub_list
semi join claim_in_force using (claim)
window listed as (partition by hub order by claim, row_number)
qualify row_number() over listed > 1
order by claim, row_number;
