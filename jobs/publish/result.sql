-- One row per cell, as it may be published: a number is null exactly where its symbol is not.
create or replace table result as
with shown as (
    select
        figure.time_period,
        figure.network,
        figure.hub,
        figure.education_phase,
        figure.breakdown,
        figure.outcome,
        figure.indicator,
        figure.interval,
        case when withheld.numerator_symbol is null then figure.numerator end as numerator,
        case when withheld.denominator_symbol is null then figure.denominator end as denominator,
        case when withheld.n_symbol is null then figure.n end as n,
        case when withheld.value_symbol is null then figure.value end as value,
        case when withheld.limits_symbol is null then figure.value_lower_ci end as value_lower_ci,
        case when withheld.limits_symbol is null then figure.value_upper_ci end as value_upper_ci,
        withheld.numerator_symbol,
        withheld.denominator_symbol,
        withheld.n_symbol,
        withheld.value_symbol,
        withheld.limits_symbol,
        withheld.symbol,
        figure.version as definition_version
    from figure
    join withheld using (indicator, network, hub, time_period, education_phase, breakdown)
),
beside as (
    select
        *,
        count(value) filter (where hub <> 'Total') over same as hubs_with_value,
        max(value) filter (where hub = 'Total') over same as network_value,
        max(n) filter (where hub = 'Total') over same as network_n,
        max(value_upper_ci - value_lower_ci) filter (where hub = 'Total') over same as network_width,
        -- 99.8% of hubs lie inside the limits if they differ by chance alone.
        3.090232306167813::double as z
    from shown
    window same as (partition by indicator, network, time_period, education_phase, breakdown)
),
limited as (
    select
        *,
        case
            when interval in ('wilson', 'wilson_deff') then 100 * funnel_lower(network_value / 100, n, z)
            when interval = 'nps' then network_value - net_promoter_funnel(network_width, network_n, n, z)
        end as funnel_lower,
        case
            when interval in ('wilson', 'wilson_deff') then 100 * funnel_upper(network_value / 100, n, z)
            when interval = 'nps' then network_value + net_promoter_funnel(network_width, network_n, n, z)
        end as funnel_upper
    from beside
)
select
    limited.time_period,
    limited.network,
    limited.hub,
    coalesce(hub.hub_name, limited.network) as hub_name,
    limited.education_phase,
    limited.breakdown,
    limited.outcome,
    limited.indicator,
    limited.numerator,
    limited.denominator,
    limited.n,
    limited.value,
    limited.value_lower_ci,
    limited.value_upper_ci,
    limited.numerator_symbol,
    limited.denominator_symbol,
    limited.n_symbol,
    limited.value_symbol,
    limited.limits_symbol,
    limited.symbol,
    case
        when limited.hub = 'Total' then ''
        when limited.value is null or limited.n < 10 or limited.hubs_with_value < 5 then 'not compared'
        when limited.value > limited.funnel_upper then 'higher'
        when limited.value < limited.funnel_lower then 'lower'
        when limited.funnel_lower is null then 'not compared'
        else 'similar'
    end as comparison,
    limited.definition_version
from limited
left join hub on hub.hub = limited.hub
order by
    limited.time_period,
    limited.network,
    limited.hub,
    limited.indicator,
    limited.education_phase,
    limited.breakdown;
