-- Schools that left the pathway last year and go on this year as if they had not.
select
    claim,
    row_number,
    'status' as field,
    status as found,
    format(
        'School {} left the pathway in {} and is Active at {}; confirm in a note that it came back, or correct one of the two; the row was kept.',
        urn,
        academic_year_label(previous_period),
        stage
    ) as message
from pathway_standing
where status_before = 'Left'
    and status = 'Active'
    and rank > 1
order by claim, row_number;
