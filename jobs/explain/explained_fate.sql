-- One row per fate and way of counting it, for indicators that follow schools: how many schools, what they add to the
-- figure, and whether they count in the numerator, only in the denominator, or in neither.
create or replace temp table explained_fate as
with counted as (
    select
        fate,
        coalesce(numerator, 0) as in_numerator,
        coalesce(denominator, 0) as in_denominator
    from explained_unit
    where fate is not null
)
select
    fate,
    case
        when in_numerator > 0 then 'numerator and denominator'
        when in_denominator > 0 then 'denominator alone'
        else 'neither'
    end as counts_in,
    count(*) as schools,
    sum(in_numerator) as numerator,
    sum(in_denominator) as denominator
from counted
group by fate, counts_in
order by counts_in = 'neither', counts_in = 'denominator alone', schools desc, fate;
