-- One row per profile and cell, as it may be published: a number is null exactly where its symbol is not. What is said
-- of a hub beside its network is the same in every profile, or not said.
create or replace table profile_result as
select
    profile_withheld.profile,
    figure.time_period,
    figure.network,
    figure.hub,
    coalesce(hub.hub_name, figure.network) as hub_name,
    figure.education_phase,
    figure.breakdown,
    figure.outcome,
    figure.indicator,
    case when profile_withheld.numerator_symbol is null then figure.numerator end as numerator,
    case when profile_withheld.denominator_symbol is null then figure.denominator end as denominator,
    case when profile_withheld.n_symbol is null then figure.n end as n,
    case when profile_withheld.value_symbol is null then figure.value end as value,
    case when profile_withheld.limits_symbol is null then figure.value_lower_ci end as value_lower_ci,
    case when profile_withheld.limits_symbol is null then figure.value_upper_ci end as value_upper_ci,
    profile_withheld.numerator_symbol,
    profile_withheld.denominator_symbol,
    profile_withheld.n_symbol,
    profile_withheld.value_symbol,
    profile_withheld.limits_symbol,
    profile_withheld.symbol,
    case
        when figure.hub = 'Total' then ''
        when profile_withheld.value_symbol is not null then 'not compared'
        else coalesce(comparison.comparison, 'not compared')
    end as comparison,
    figure.version as definition_version
from figure
join profile_withheld using (indicator, network, hub, time_period, education_phase, breakdown)
left join comparison using (indicator, network, hub, time_period, education_phase, breakdown)
left join hub on hub.hub = figure.hub
order by
    profile_withheld.profile,
    figure.time_period,
    figure.network,
    figure.hub,
    figure.indicator,
    figure.education_phase,
    figure.breakdown;
