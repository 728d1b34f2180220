-- One row per part that its indicator tells apart: how many units, and what they add.
create or replace temp table explained_part as
select
    part,
    count(*) as units,
    sum(numerator) as numerator,
    sum(denominator) as denominator,
    sum(n) as n
from explained_unit
where part is not null
group by part
order by part;
