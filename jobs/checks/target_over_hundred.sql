-- Targets above 100%.
-- found: Target is {percent}, and {indicator} cannot be more than 100.
-- accepted: Give a percentage.
-- action: The target was kept.
select
    claim,
    row_number,
    'target' as field,
    target::varchar as value,
    round(target, 1) as percent,
    indicator
from target
semi join claim_in_force using (claim)
where ends_with(indicator, '_percent') and target > 100
order by claim, row_number;
