-- Quantities that a hub states twice for one academic year, and not alike.
select
    claim,
    row_number,
    'stated_value' as field,
    stated_value::varchar as found,
    format(
        '{} is stated as {} here, and as {} in row {}; keep one; both were kept and the higher is compared.',
        quantity,
        stated_value,
        first_value(stated_value) over stated,
        first_value(row_number) over stated
    ) as message
from stated_total
semi join claim_in_force using (claim)
window stated as (partition by hub, time_period, quantity order by claim, row_number)
qualify stated_value <> first_value(stated_value) over stated
order by claim, row_number;
