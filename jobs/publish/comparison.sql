-- One row per hub's cell: how it stands beside its network, by the limits of a funnel that 99.8% of hubs lie inside.
-- Where hubs differ among themselves by more than chance, as they nearly always do, the limits are the over-dispersed
-- ones of Spiegelhalter (2005), or every large hub would be called different; otherwise they are those of chance alone.
create or replace table comparison as
with shown as (
    select
        figure.indicator,
        figure.network,
        figure.hub,
        figure.time_period,
        figure.education_phase,
        figure.breakdown,
        figure.interval in ('wilson', 'wilson_deff') as is_share,
        figure.interval = 'nps' as is_score,
        figure.n,
        figure.value,
        figure.value_upper_ci - figure.value_lower_ci as width
    from figure
    join withheld using (indicator, network, hub, time_period, education_phase, breakdown)
    where withheld.value_symbol is null
),
network_shown as (
    select *
    from shown
    where hub = 'Total'
),
beside as (
    select
        shown.*,
        network_shown.value as network_value,
        network_shown.n as network_n,
        network_shown.width as network_width,
        count(*) over (
            partition by
                shown.indicator, shown.network, shown.time_period, shown.education_phase, shown.breakdown
        ) as hubs
    from shown
    join network_shown
        on network_shown.indicator = shown.indicator
        and network_shown.network = shown.network
        and network_shown.time_period = shown.time_period
        and network_shown.education_phase = shown.education_phase
        and network_shown.breakdown = shown.breakdown
    where shown.hub <> 'Total'
),
spread_of_hubs as (
    select
        indicator,
        network,
        time_period,
        education_phase,
        breakdown,
        list(arcsine_z(least(value / 100, 1.0::double) * n, n, network_value / 100) order by hub) as zs,
        list(n order by hub) as ns
    from beside
    where
        is_share
        and hubs >= 5
        and n >= 10
        and network_value between 0 and 100
    group by all
),
dispersed as (
    select
        * exclude (zs, ns),
        coalesce(dispersion_tau_squared(zs, ns), 0) as tau_squared
    from spread_of_hubs
),
limited as (
    select
        beside.*,
        dispersed.tau_squared,
        case
            when dispersed.tau_squared > 0
            then 100 * funnel_dispersed_lower(network_value / 100, n, dispersed.tau_squared, 3.090232306167813::double)
            when is_share then 100 * funnel_lower(network_value / 100, n, 3.090232306167813::double)
            when is_score
            then network_value - net_promoter_funnel(network_width, network_n, n, 3.090232306167813::double)
        end as funnel_lower,
        case
            when dispersed.tau_squared > 0
            then 100 * funnel_dispersed_upper(network_value / 100, n, dispersed.tau_squared, 3.090232306167813::double)
            when is_share then 100 * funnel_upper(network_value / 100, n, 3.090232306167813::double)
            when is_score
            then network_value + net_promoter_funnel(network_width, network_n, n, 3.090232306167813::double)
        end as funnel_upper
    from beside
    left join dispersed using (indicator, network, time_period, education_phase, breakdown)
)
select
    indicator,
    network,
    hub,
    time_period,
    education_phase,
    breakdown,
    tau_squared,
    funnel_lower,
    funnel_upper,
    case
        when n < 10 or hubs < 5 or funnel_lower is null then 'not compared'
        when value > funnel_upper then 'higher'
        when value < funnel_lower then 'lower'
        else 'similar'
    end as comparison
from limited
order by
    time_period,
    network,
    hub,
    indicator,
    education_phase,
    breakdown;
