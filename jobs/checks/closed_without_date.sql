-- Schools that a hub lists and that the register has as closed without saying since when.
select
    listed_school.claim,
    listed_school.row_number,
    'urn' as field,
    listed_school.urn::varchar as found,
    format(
        'School {} is closed, and the register does not say since when; correct the URN, or confirm that the school was open; the row was kept.',
        listed_school.urn
    ) as message
from listed_school
join school using (urn)
where
    listed_school.lineage = listed_school.urn
    and school.status = 'Closed'
    and school.close_date is null
order by listed_school.claim, listed_school.row_number;
