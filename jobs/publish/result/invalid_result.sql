-- One row per (profile, indicator, network, hub, time_period, education_phase, breakdown): a result that must not be
-- printed, because it is neither a value with its number of cases and its limits, nor a symbol of the list. There
-- must be none, whatever an indicator returns.
create or replace table invalid_result as
with cell as (
    select
        profile,
        indicator,
        network,
        hub,
        time_period,
        education_phase,
        breakdown,
        numerator is null and numerator_symbol in ('z', 'x', 'c', 'low') or numerator >= 0 and numerator_symbol is null
            as has_numerator,
        denominator is null and denominator_symbol in ('z', 'x', 'c', 'low') or denominator >= 0 and denominator_symbol is null
            as has_denominator,
        n is null and n_symbol in ('z', 'x', 'c', 'low') or n >= 0 and n_symbol is null as has_n,
        value is null and value_symbol in ('z', 'x', 'c', 'low') and symbol = value_symbol
        or isfinite(value) and n is not null and value_symbol is null and coalesce(symbol, 'u') = 'u' as has_value,
        value_lower_ci is null and value_upper_ci is null and limits_symbol in ('z', 'x', 'c')
        or isfinite(value_lower_ci) and isfinite(value_upper_ci) and value_lower_ci <= value_upper_ci
        and coalesce(value_symbol, 'low') = 'low' and limits_symbol is null
            as has_limits
    from profile_result
)
select
    profile,
    indicator,
    network,
    hub,
    time_period,
    education_phase,
    breakdown
from cell
where not coalesce(has_numerator and has_denominator and has_n and has_value and has_limits, false)
order by all;
