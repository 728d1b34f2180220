-- Mechanisms that one coder coded twice in one source.
-- found: {mechanism} was also coded from this source by this coder in row {first_row}[, as {first_strength}].
-- accepted: Keep one row.
-- action: Both were kept; the mechanism counts once, with the stronger evidence.
select
    claim,
    row_number,
    'mechanism' as field,
    mechanism as value,
    mechanism,
    first_value(row_number) over coded as first_row,
    lower(first_value(strength) over coded) as first_strength
from mechanism
semi join claim_in_force using (claim)
window coded as (partition by hub, time_period, source, coder, level, mechanism order by claim, row_number)
qualify row_number() over coded > 1
order by claim, row_number;
