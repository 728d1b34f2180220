-- Hubs that closed before they opened.
select
    claim,
    row_number,
    'closed' as field,
    academic_year_label(closed) as found,
    format(
        '{} opened in {} and closed in {}; correct one of the two; it was kept and is open in no year.',
        hub,
        academic_year_label(opened),
        academic_year_label(closed)
    ) as message
from hub_list
semi join claim_in_force using (claim)
where closed < opened
order by claim, row_number;
