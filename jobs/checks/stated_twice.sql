-- Quantities that a hub states twice for one academic year with different values.
-- found: {quantity} is stated as {stated_value} here, and as {first_stated} in row {first_row}.
-- accepted: Keep one.
-- action: Both were kept, and the higher one is compared.
select
    claim,
    row_number,
    'stated_value' as field,
    stated_value::varchar as value,
    quantity,
    stated_value,
    first_value(stated_value) over stated as first_stated,
    first_value(row_number) over stated as first_row
from stated_total
semi join claim_in_force using (claim)
window stated as (partition by hub, time_period, quantity, education_phase order by claim, row_number)
qualify stated_value <> first_value(stated_value) over stated
order by claim, row_number;
