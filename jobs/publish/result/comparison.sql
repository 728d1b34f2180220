-- One row per (profile, indicator, network, hub, time_period, education_phase, breakdown): how a hub's value
-- compares with its network, by the limits of a funnel in which 99.8% of hubs lie. Plotted are the contributing hubs
-- with a value and n of 10 or more; at least five. The centre is their pooled value. If they differ by more than
-- chance, as they nearly always do, the limits are the over-dispersed ones of Spiegelhalter (2005); otherwise chance
-- limits.
create or replace table comparison as
with shown as (
    select
        figure.profile,
        figure.indicator,
        figure.network,
        figure.hub,
        figure.time_period,
        figure.education_phase,
        figure.breakdown,
        figure.numerator,
        figure.n,
        figure.n / figure.deff as effective_n,
        figure.value,
        figure.n >= 10
            and figure.numerator <= figure.n
            and not figure.is_partial as is_plotted
    from figure
    join profile_withheld as withheld using (profile, indicator, network, hub, time_period, education_phase, breakdown)
    where
        withheld.profile <> 'own'
        and withheld.value_symbol is null
        and figure.hub <> 'Total'
        and figure.interval in ('wilson', 'wilson_deff')
),
plotted as (
    select
        profile,
        indicator,
        network,
        time_period,
        education_phase,
        breakdown,
        100 * sum(numerator) / sum(n) as centre,
        list(n order by hub) as ns,
        list(numerator order by hub) as xs
    from shown
    where is_plotted
    group by all
    having count(*) >= 5
),
dispersed as (
    select
        plotted.* exclude (ns, xs),
        case
            when centre > 0 and centre < 100
            then coalesce(
                dispersion_tau_squared(
                    [arcsine_z(xs[i]::double, ns[i]::double, centre / 100) for i in range(1, len(ns) + 1)],
                    ns
                ),
                0
            )
            else 0
        end as tau_squared
    from plotted
),
limited as (
    select
        shown.*,
        dispersed.centre,
        dispersed.tau_squared,
        case
            when not shown.is_plotted then null
            when dispersed.tau_squared > 0
            then 100 * funnel_dispersed_lower(
                dispersed.centre / 100, shown.effective_n, dispersed.tau_squared, 3.090232306167813::double
            )
            when dispersed.tau_squared = 0 then 100 * funnel_lower(dispersed.centre / 100, shown.effective_n, 3.090232306167813::double)
        end as funnel_lower,
        case
            when not shown.is_plotted then null
            when dispersed.tau_squared > 0
            then 100 * funnel_dispersed_upper(
                dispersed.centre / 100, shown.effective_n, dispersed.tau_squared, 3.090232306167813::double
            )
            when dispersed.tau_squared = 0 then 100 * funnel_upper(dispersed.centre / 100, shown.effective_n, 3.090232306167813::double)
        end as funnel_upper
    from shown
    left join dispersed using (profile, indicator, network, time_period, education_phase, breakdown)
)
select
    profile,
    indicator,
    network,
    hub,
    time_period,
    education_phase,
    breakdown,
    n,
    effective_n,
    centre,
    tau_squared,
    funnel_lower,
    funnel_upper,
    case
        when funnel_lower is null then 'not compared'
        when value > funnel_upper then 'higher'
        when value < funnel_lower then 'lower'
        else 'similar'
    end as comparison
from limited
order by
    profile,
    time_period,
    network,
    hub,
    indicator,
    education_phase,
    breakdown;
