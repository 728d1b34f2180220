-- Activities with more adaptations consistent with the core than adaptations.
-- found: Adaptations consistent with core is {adaptations_consistent}, and only {adaptations} were recorded.
-- accepted: Correct one of the two.
-- action: The row was kept.
select
    claim,
    row_number,
    'adaptations_consistent' as field,
    adaptations_consistent::varchar as value,
    adaptations_consistent,
    adaptations
from delivery
semi join claim_in_force using (claim)
where adaptations_consistent > adaptations
order by claim, row_number;
