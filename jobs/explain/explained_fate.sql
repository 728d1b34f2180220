-- One row per fate, where the indicator follows schools: what became of how many, and what they add to the figure.
create or replace temp table explained_fate as
select
    fate,
    count(*) as schools,
    sum(numerator) as numerator,
    sum(denominator) as denominator
from explained_unit
where fate is not null
group by fate
order by schools desc, fate;
