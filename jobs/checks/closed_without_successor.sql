-- Schools that a hub lists although they had closed before the year began and no school followed them.
select
    listed_school.claim,
    listed_school.row_number,
    'urn' as field,
    listed_school.urn::varchar as found,
    format(
        'School {} closed on {} and has no successor in the register; correct the URN; the row was kept.',
        listed_school.urn,
        strftime(school.close_date, '%d/%m/%Y')
    ) as message
from listed_school
join academic_year using (time_period)
join school using (urn)
where
    listed_school.lineage = listed_school.urn
    and school.close_date < academic_year.starts
order by listed_school.claim, listed_school.row_number;
