-- Targets that are set twice, and not alike.
select
    claim,
    row_number,
    'target' as field,
    target::varchar as found,
    format(
        'Target is {} here, and {} in row {}; keep one; both were kept and the last is used.',
        round(target, 1),
        round(first_value(target) over set_for, 1),
        first_value(row_number) over set_for
    ) as message
from target
semi join claim_in_force using (claim)
window set_for as (
    partition by indicator, network, coalesce(education_phase, 'Total'), time_period order by claim, row_number
)
qualify target <> first_value(target) over set_for
order by claim, row_number;
