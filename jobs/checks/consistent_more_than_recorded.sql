-- Activities with more adaptations consistent with the core than adaptations.
select
    claim,
    row_number,
    'adaptations_consistent' as field,
    adaptations_consistent::varchar as found,
    format(
        'Adaptations consistent with core is {}, and only {} were recorded; correct one of the two; the row was kept.',
        adaptations_consistent,
        adaptations
    ) as message
from delivery
semi join claim_in_force using (claim)
where adaptations_consistent > adaptations
order by claim, row_number;
