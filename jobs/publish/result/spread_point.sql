-- One row per (profile, network, time_period, education_phase, breakdown, indicator, point): a hub with a value,
-- without its name and in the order of its value, if at least 5 hubs of the network have one.
create or replace table spread_point as
with hub_value as (
    select
        profile_result.profile,
        network,
        time_period,
        education_phase,
        breakdown,
        indicator,
        profile_result.n,
        coalesce(comparison.effective_n, profile_result.n) as effective_n,
        profile_result.value,
        comparison.funnel_lower is not null as is_plotted,
        row_number() over (
            partition by profile, network, time_period, education_phase, breakdown, indicator
            order by profile_result.value, profile_result.n, hub
        ) as point,
        count(*) over (partition by profile, network, time_period, education_phase, breakdown, indicator) as hubs
    from profile_result
    left join comparison using (profile, network, hub, time_period, education_phase, breakdown, indicator)
    where
        hub <> 'Total'
        and profile_result.profile <> 'own'
        and profile_result.value is not null
)
select
    profile,
    network,
    time_period,
    education_phase,
    breakdown,
    indicator,
    point,
    n,
    effective_n,
    value,
    is_plotted
from hub_value
where hubs >= 5
order by
    profile,
    network,
    time_period,
    education_phase,
    breakdown,
    indicator,
    point;
