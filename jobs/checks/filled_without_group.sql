-- Activities with places filled but no group.
-- found: Groups is 0, and Places filled is {places_filled}.
-- accepted: Give the number of groups that met.
-- action: The row was kept.
select
    claim,
    row_number,
    'groups' as field,
    groups::varchar as value,
    places_filled
from delivery
semi join claim_in_force using (claim)
where groups = 0 and places_filled > 0
order by claim, row_number;
