-- Targets of 1% or less, as if they were shares from 0 to 1.
-- found: Target is {value}, which is read as {percent}%.
-- accepted: Give a percentage ({meant} if a share of {value} was meant).
-- action: The target was kept.
select
    claim,
    row_number,
    'target' as field,
    rtrim(rtrim(target::varchar, '0'), '.') as value,
    round(target, 2) as percent,
    round(100 * target, 1) as meant
from target
semi join claim_in_force using (claim)
where ends_with(indicator, '_percent') and target > 0 and target <= 1
order by claim, row_number;
