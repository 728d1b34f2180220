-- Schools that a hub lists and that are closed in the register without a date.
-- found: School {urn} is closed, and the register does not say since when.
-- accepted: Correct the URN, or confirm in a note that the school was open.
-- action: The row was kept.
select
    listed_school.claim,
    listed_school.row_number,
    'urn' as field,
    listed_school.urn::varchar as value,
    listed_school.urn
from listed_school
join school using (urn)
where
    listed_school.lineage = listed_school.urn
    and school.status = 'Closed'
    and school.close_date is null
order by listed_school.claim, listed_school.row_number;
