-- Areas that end before they begin.
select
    claim,
    row_number,
    'to_period' as field,
    academic_year_label(to_period) as found,
    format(
        'The area of {} in {} runs from {} to {}; correct one of the two; it was kept and counts in no year.',
        hub,
        la_code,
        academic_year_label(from_period),
        academic_year_label(to_period)
    ) as message
from hub_area
semi join claim_in_force using (claim)
where from_period > to_period
order by claim, row_number;
