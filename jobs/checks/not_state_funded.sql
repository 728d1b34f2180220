-- Schools that a hub lists and that no public money pays for: kept, and counted apart.
select
    listed_school.claim,
    listed_school.row_number,
    'urn' as field,
    listed_school.urn::varchar as found,
    format(
        'School {} is not a state-funded school in the register; correct the URN, or say in a note why it is listed; the row was kept and is counted apart.',
        listed_school.urn
    ) as message
from listed_school
join lineage using (lineage)
join school on school.urn = lineage.urn
group by listed_school.claim, listed_school.row_number, listed_school.urn
having not bool_or(school.is_state_funded)
order by listed_school.claim, listed_school.row_number;
