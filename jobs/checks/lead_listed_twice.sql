-- Leads who are listed twice by one hub in one academic year.
-- found: Lead {lead} is also in row {first_row}[, as {first_role}].
-- accepted: Keep one row.
-- action: Both were kept, and the lead counts once.
select
    claim,
    row_number,
    'lead' as field,
    lead as value,
    lead,
    first_value(row_number) over listed as first_row,
    first_value(role) over listed as first_role
from pd_lead
semi join claim_in_force using (claim)
window listed as (partition by hub, time_period, lead order by claim, row_number)
qualify row_number() over listed > 1
order by claim, row_number;
