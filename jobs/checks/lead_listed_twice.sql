-- Leads who are listed twice by one hub in one academic year.
select
    claim,
    row_number,
    'lead' as field,
    lead as found,
    format(
        'Lead {} is in row {} too, as {}; keep one row; both were kept, and the lead counts once.',
        lead,
        first_value(row_number) over listed,
        first_value(role) over listed
    ) as message
from pd_lead
semi join claim_in_force using (claim)
window listed as (partition by hub, time_period, lead order by claim, row_number)
qualify row_number() over listed > 1
order by claim, row_number;
