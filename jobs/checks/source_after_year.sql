-- Coded mechanisms whose source is dated after their academic year.
-- found: Source {value} is dated {held}, which is after {year}.
-- accepted: Correct the year, the reference, or the date in the list of evidence sources.
-- action: The row was kept.
select
    mechanism.claim,
    mechanism.row_number,
    'source' as field,
    mechanism.source as value,
    mechanism_source.held,
    academic_year_label(mechanism.time_period) as year
from mechanism
semi join claim_in_force using (claim)
join mechanism_source using (source)
join academic_year using (time_period)
where mechanism_source.held > academic_year.ends
order by mechanism.claim, mechanism.row_number;
