-- Activities with more places filled than offered.
select
    claim,
    row_number,
    'places_filled' as field,
    places_filled::varchar as found,
    format(
        'Places filled is {}, and only {} were offered; correct one of the two; the row was kept.',
        places_filled,
        places_offered
    ) as message
from delivery
semi join claim_in_force using (claim)
where places_filled > places_offered
order by claim, row_number;
