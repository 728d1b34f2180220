-- Activities that filled places without a group to fill them in.
select
    claim,
    row_number,
    'groups' as field,
    groups::varchar as found,
    format(
        'Groups is 0, and {} places were filled; give the number of groups that met; the row was kept.',
        places_filled
    ) as message
from delivery
semi join claim_in_force using (claim)
where groups = 0 and places_filled > 0
order by claim, row_number;
