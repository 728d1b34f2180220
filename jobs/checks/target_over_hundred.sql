-- Targets of more than a hundred in a hundred.
select
    claim,
    row_number,
    'target' as field,
    target::varchar as found,
    format(
        'Target is {}, and {} cannot be more than 100; give a percentage; the target was kept.',
        round(target, 1),
        indicator
    ) as message
from target
semi join claim_in_force using (claim)
where ends_with(indicator, '_percent') and target > 100
order by claim, row_number;
