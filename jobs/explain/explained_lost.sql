-- One row per school that was lost, for indicators that follow schools, with its latest number and name.
create or replace temp table explained_lost as
select
    unit.fate,
    unit.lineage as urn,
    school.name,
    unit.part
from explained_unit as unit
left join school on school.urn = unit.lineage
where
    unit.fate is not null
    and coalesce(unit.numerator, 0) = 0
order by unit.fate, school.name, unit.lineage;
