-- One row per part that the indicator distinguishes: the number of units, and what they add to the figure.
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
