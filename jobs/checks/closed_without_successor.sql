-- Schools that a hub lists although they had closed before the year began and have no successor.
-- found: School {urn} closed on {close_date} and has no successor in the register.
-- accepted: Correct the URN.
-- action: The row was kept.
select
    listed_school.claim,
    listed_school.row_number,
    'urn' as field,
    listed_school.urn::varchar as value,
    listed_school.urn,
    school.close_date
from listed_school
join academic_year using (time_period)
join school using (urn)
where
    listed_school.lineage = listed_school.urn
    and school.close_date < academic_year.starts
order by listed_school.claim, listed_school.row_number;
