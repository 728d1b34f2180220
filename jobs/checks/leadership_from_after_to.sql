-- Organisations whose last year of leading a hub is before their first.
-- found: To is {value}, which is before From, {from_year}.
-- accepted: Correct one of the two.
-- action: The row was kept and counts in no year.
select
    claim,
    row_number,
    'to_period' as field,
    academic_year_label(to_period) as value,
    academic_year_label(from_period) as from_year
from hub_leadership
semi join claim_in_force using (claim)
where to_period < from_period
order by claim, row_number;
