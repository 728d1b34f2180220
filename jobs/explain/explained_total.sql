-- One row: the sum of all units, and the counts of the last run. Both come from the same query, and differ only if the
-- catalogue or the returns have changed since.
create or replace temp table explained_total as
select
    coalesce(sum(unit.numerator), 0) as numerator,
    coalesce(sum(unit.denominator), 0) as denominator,
    coalesce(sum(unit.n), 0) as n,
    coalesce(any_value(measured.numerator), 0) as measured_numerator,
    coalesce(any_value(measured.denominator), 0) as measured_denominator,
    coalesce(any_value(measured.n), 0) as measured_n
from explained_standing as asked
left join measured
    on measured.indicator = asked.indicator
    and measured.network = asked.network
    and measured.hub = asked.counted_as
    and measured.time_period = asked.time_period
    and measured.education_phase = asked.education_phase
    and measured.breakdown = asked.breakdown
left join explained_unit as unit on true;
