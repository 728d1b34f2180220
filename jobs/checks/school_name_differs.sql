-- Schools whose name is unlike every name in the register: a digit of the URN may be wrong.
-- found: School is {value}, and the register calls {urn} "{registered_name}".
-- accepted: Correct the URN or the name.
-- action: The row was kept under its URN.
with spelt as (
    select distinct listed_school.urn, listed_school.school, listed_school.lineage
    from listed_school
    join school using (urn)
    where listed_school.school <> school.name
),
unlike as (
    select spelt.urn, spelt.school
    from spelt
    join lineage using (lineage)
    join school on school.urn = lineage.urn
    group by all
    -- The names of two unrelated schools have a similarity of about a half; spellings and short forms of one name have more.
    having max(jaro_winkler_similarity(lower(spelt.school), lower(school.name))) < 0.6
)
select
    listed_school.claim,
    listed_school.row_number,
    'school' as field,
    listed_school.school as value,
    listed_school.urn,
    school.name as registered_name
from listed_school
semi join unlike
    on unlike.urn = listed_school.urn
    and unlike.school = listed_school.school
join school on school.urn = listed_school.urn
order by listed_school.claim, listed_school.row_number;
