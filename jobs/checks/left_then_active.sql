-- Schools that left the pathway last year but are active this year beyond the first stage.
-- found: School {urn} left the pathway in {year} and is Active at {stage}.
-- accepted: Confirm in a note that it came back, or correct one of the two.
-- action: The row was kept.
select
    claim,
    row_number,
    'status' as field,
    status as value,
    urn,
    academic_year_label(previous_period) as year,
    stage
from pathway_standing
where status_before = 'Left'
    and status = 'Active'
    and rank > 1
order by claim, row_number;
