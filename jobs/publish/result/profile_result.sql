-- One row per (profile, indicator, network, hub, time_period, education_phase, breakdown): a cell as it may be
-- published: a number is null exactly if its symbol is not. Everything public is computed from rounded counts, and
-- printed with one decimal, an index with two. The profile own has the figures of people that a hub may read about
-- itself but others may not.
-- otherwise than its network does.
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
    case when profile_withheld.value_symbol is null then rounded_value(figure.value, decimals.decimals) end as value,
    case when profile_withheld.limits_symbol is null then rounded_value(figure.value_lower_ci, decimals.decimals) end as value_lower_ci,
    case when profile_withheld.limits_symbol is null then rounded_value(figure.value_upper_ci, decimals.decimals) end as value_upper_ci,
    profile_withheld.numerator_symbol,
    profile_withheld.denominator_symbol,
    profile_withheld.n_symbol,
    profile_withheld.value_symbol,
    profile_withheld.limits_symbol,
    profile_withheld.symbol,
    case when profile_change.change_symbol is null then rounded_value(change.change, decimals.decimals) end as change,
    case when profile_change.change_limits_symbol is null then rounded_value(change.change_lower_ci, decimals.decimals) end as change_lower_ci,
    case when profile_change.change_limits_symbol is null then rounded_value(change.change_upper_ci, decimals.decimals) end as change_upper_ci,
    profile_change.change_symbol,
    profile_change.change_limits_symbol,
    case when profile_change.change_symbol is null then change.change_word end as change_word,
    case when figure.hub = 'Total' and figure.is_given then coalesce(change.change_hubs, 0) end as change_hubs,
    case when figure.is_given then figure.hubs_contributing end as hubs_contributing,
    case when figure.is_given then figure.hubs_open end as hubs_open,
    case
        when figure.is_given then rounded_value(figure.coverage_percent, case figure.profile when 'public' then 1 end)
    end as coverage_percent,
    case
        when figure.hub = 'Total' then ''
        when profile_withheld.value_symbol is not null then 'not compared'
        else coalesce(comparison.comparison, 'not compared')
    end as comparison,
    figure.version as definition_version
from figure
join profile_withheld using (profile, indicator, network, hub, time_period, education_phase, breakdown)
left join change using (profile, indicator, network, hub, time_period, education_phase, breakdown)
-- The restricted figures keep all their decimals.
cross join lateral (
    select case figure.profile when 'public' then public_decimals(figure.unit) end as decimals
) as decimals
cross join lateral (
    select
        case
            when not figure.is_given then 'z'
            when change.is_hidden then 'c'
            when change.change is null then 'x'
        end as change_symbol,
        case
            when
                not figure.is_given
                or figure.interval not in ('wilson', 'wilson_deff', 't', 'nps')
                or figure.is_cumulative
            then 'z'
            when change.is_hidden then 'c'
            when change.change_lower_ci is null then 'x'
        end as change_limits_symbol
) as profile_change
-- The comparison of a hub with its network is the same in its own profile as in the restricted one.
left join comparison
    on comparison.profile = figure.measured_profile
    and comparison.indicator = figure.indicator
    and comparison.network = figure.network
    and comparison.hub = figure.hub
    and comparison.time_period = figure.time_period
    and comparison.education_phase = figure.education_phase
    and comparison.breakdown = figure.breakdown
left join hub on hub.hub = figure.hub
order by
    profile_withheld.profile,
    figure.time_period,
    figure.network,
    figure.hub,
    figure.indicator,
    figure.education_phase,
    figure.breakdown;
