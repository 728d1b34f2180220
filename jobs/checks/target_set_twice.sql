-- Targets that are set twice with different values.
-- found: Target is {percent} here, and {first_percent} in row {first_row}.
-- accepted: Keep one.
-- action: Both were kept and the last is used.
select
    claim,
    row_number,
    'target' as field,
    target::varchar as value,
    round(target, 1) as percent,
    round(first_value(target) over set_for, 1) as first_percent,
    first_value(row_number) over set_for as first_row
from target
semi join claim_in_force using (claim)
window set_for as (
    partition by indicator, network, coalesce(education_phase, 'Total'), time_period order by claim, row_number
)
qualify target <> first_value(target) over set_for
order by claim, row_number;
