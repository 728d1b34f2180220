-- One row: what all units add up to, beside what was counted in the last night. They are one query, and differ only
-- where the catalogue or the returns have changed since.
create or replace temp table explained_total as
select
    coalesce(sum(unit.numerator), 0) as numerator,
    coalesce(sum(unit.denominator), 0) as denominator,
    coalesce(sum(unit.n), 0) as n,
    coalesce(any_value(measured.numerator), 0) as measured_numerator,
    coalesce(any_value(measured.denominator), 0) as measured_denominator,
    coalesce(any_value(measured.n), 0) as measured_n
from explained
left join measured using (indicator, network, hub, time_period, education_phase, breakdown)
left join explained_unit as unit on true;
