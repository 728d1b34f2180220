-- Activities with more places filled than offered.
-- found: Places filled is {places_filled}, and only {places_offered} were offered.
-- accepted: Correct one of the two.
-- action: The row was kept.
select
    claim,
    row_number,
    'places_filled' as field,
    places_filled::varchar as value,
    places_filled,
    places_offered
from delivery
semi join claim_in_force using (claim)
where places_filled > places_offered
order by claim, row_number;
