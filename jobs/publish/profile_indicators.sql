-- One row per profile and result, in the words, columns and order in which it is published.
create or replace table profile_indicators as
select
    profile,
    time_period,
    'Academic year' as time_identifier,
    'National' as geographic_level,
    'E92000001' as country_code,
    'England' as country_name,
    network,
    hub,
    hub_name,
    education_phase,
    breakdown,
    outcome,
    indicator,
    printed_count(numerator, numerator_symbol) as numerator,
    printed_count(denominator, denominator_symbol) as denominator,
    printed_count(n, n_symbol) as n,
    printed_value(value, value_symbol) as value,
    printed_value(value_lower_ci, limits_symbol) as value_lower_ci,
    printed_value(value_upper_ci, limits_symbol) as value_upper_ci,
    coalesce(symbol, '') as symbol,
    comparison,
    definition_version
from profile_result
order by
    profile,
    time_period,
    network,
    hub,
    indicator,
    education_phase,
    breakdown;
