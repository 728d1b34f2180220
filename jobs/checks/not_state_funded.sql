-- Schools that a hub lists and that are not state-funded: kept, and counted separately.
-- found: School {urn} is not a state-funded school in the register.
-- accepted: Correct the URN, or say in a note why it is listed.
-- action: The row was kept and is counted separately.
select
    listed_school.claim,
    listed_school.row_number,
    'urn' as field,
    listed_school.urn::varchar as value,
    listed_school.urn
from listed_school
join lineage using (lineage)
join school on school.urn = lineage.urn
group by listed_school.claim, listed_school.row_number, listed_school.urn
having not bool_or(school.is_state_funded)
order by listed_school.claim, listed_school.row_number;
