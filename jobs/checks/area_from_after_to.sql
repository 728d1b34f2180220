-- Areas that end before they begin.
-- found: The area of {hub} in {la_code} runs from {from_year} to {to_year}.
-- accepted: Correct one of the two.
-- action: It was kept but does not apply to any year.
select
    claim,
    row_number,
    'to_period' as field,
    academic_year_label(to_period) as value,
    hub,
    coalesce('LA ' || la_code, 'school ' || urn) as la_code,
    academic_year_label(from_period) as from_year,
    academic_year_label(to_period) as to_year
from hub_area
semi join claim_in_force using (claim)
where from_period > to_period
order by claim, row_number;
