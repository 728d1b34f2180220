-- One row per (profile, network, time_period, education_phase, breakdown, indicator): an indicator's cell for which
-- at least 5 hubs of the network have a value. Tau squared is the variance between hubs beyond chance, and the
-- centre is their pooled value: the limits of comparison follow from these. Both are null if hubs are not compared,
-- or if readers of a profile do not see all hubs behind them.
create or replace table spread as
with dispersed as (
    select
        profile,
        network,
        time_period,
        education_phase,
        breakdown,
        indicator,
        max(centre) as centre,
        max(tau_squared) as tau_squared,
        count(*) filter (where funnel_lower is not null) as hubs
    from comparison
    group by all
)
select
    spread_point.profile,
    spread_point.network,
    spread_point.time_period,
    spread_point.education_phase,
    spread_point.breakdown,
    spread_point.indicator,
    count(*) as hubs,
    min(spread_point.value) as lowest,
    quantile_cont(spread_point.value, 0.25) as lower_quartile,
    quantile_cont(spread_point.value, 0.5) as median,
    quantile_cont(spread_point.value, 0.75) as upper_quartile,
    max(spread_point.value) as highest,
    case when count(*) >= max(dispersed.hubs) then max(dispersed.centre) end as centre,
    case when count(*) >= max(dispersed.hubs) then max(dispersed.tau_squared) end as tau_squared
from spread_point
left join dispersed using (profile, network, time_period, education_phase, breakdown, indicator)
group by all
order by
    spread_point.profile,
    spread_point.network,
    spread_point.time_period,
    spread_point.education_phase,
    spread_point.breakdown,
    spread_point.indicator;
