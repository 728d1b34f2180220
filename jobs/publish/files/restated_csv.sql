-- One row per (time_period, network, hub, education_phase, breakdown, indicator, series): a row of restated, as it is
-- published: a symbol in every cell that has no number.
create or replace table restated_csv as
select
    restated.time_period,
    restated.network,
    restated.hub,
    restated.education_phase,
    restated.breakdown,
    restated.indicator,
    restated.series,
    restated.area_period,
    printed_count(restated.numerator, case when restated.numerator is null then restated.symbol end) as numerator,
    printed_count(restated.denominator, case when restated.denominator is null then restated.symbol end) as denominator,
    printed_value(restated.value, case when restated.value is null then restated.symbol end) as value,
    printed_value(restated.value_lower_ci, limits.symbol) as value_lower_ci,
    printed_value(restated.value_upper_ci, limits.symbol) as value_upper_ci,
    restated.symbol
from restated
join definition using (indicator)
cross join lateral (
    select case
        when definition.interval = 'none' then 'z'
        when restated.value is null then restated.symbol
        when restated.value_lower_ci is null then 'x'
    end as symbol
) as limits
order by
    restated.network,
    restated.hub,
    restated.indicator,
    restated.education_phase,
    restated.breakdown,
    restated.series,
    restated.time_period;
