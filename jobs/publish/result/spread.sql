-- One row per (profile, network, time_period, education_phase, breakdown, indicator): an indicator's cell of which at
-- least 5 hubs of the network have a value. Tau squared is how much more than chance the hubs differ, and the centre
-- is their pooled value: the limits by which they are compared. Both are null where hubs are not compared, and where
-- readers of a profile do not see all hubs that they are made from.
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
