-- One row per (profile, indicator, network, hub, time_period, education_phase, breakdown): a result of a profile, in
-- the words, columns and order in which it is published.
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
    case profile when 'public' then printed_public(value, value_symbol, public_decimals(unit)) else printed_value(value, value_symbol) end as value,
    case profile when 'public' then printed_public(value_lower_ci, limits_symbol, public_decimals(unit)) else printed_value(value_lower_ci, limits_symbol) end as value_lower_ci,
    case profile when 'public' then printed_public(value_upper_ci, limits_symbol, public_decimals(unit)) else printed_value(value_upper_ci, limits_symbol) end as value_upper_ci,
    case profile when 'public' then printed_public(change, change_symbol, public_decimals(unit)) else printed_value(change, change_symbol) end as change,
    case profile when 'public' then printed_public(change_lower_ci, change_limits_symbol, public_decimals(unit)) else printed_value(change_lower_ci, change_limits_symbol) end as change_lower_ci,
    case profile when 'public' then printed_public(change_upper_ci, change_limits_symbol, public_decimals(unit)) else printed_value(change_upper_ci, change_limits_symbol) end as change_upper_ci,
    printed_count(change_hubs, case when change_hubs is null then 'z' end) as change_hubs,
    coalesce(symbol, '') as symbol,
    comparison,
    printed_count(hubs_contributing, case when hubs_contributing is null then 'z' end) as hubs_contributing,
    printed_count(hubs_open, case when hubs_open is null then 'z' end) as hubs_open,
    case profile
        when 'public' then printed_public(coverage_percent, case when coverage_percent is null then 'z' end, 1)
        else printed_value(coverage_percent, case when coverage_percent is null then 'z' end)
    end as coverage_percent,
    definition_version
from profile_result
join (
    select
        indicator,
        unit
    from definition
) as defined using (indicator)
where profile <> 'own'
order by
    profile,
    time_period,
    network,
    hub,
    indicator,
    education_phase,
    breakdown;
