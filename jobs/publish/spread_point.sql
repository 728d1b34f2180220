-- One row per profile and hub with a value, unnamed and in the order of its value, where at least 5 hubs of the network have one.
create or replace table spread_point as
with hub_value as (
    select
        profile,
        network,
        time_period,
        education_phase,
        breakdown,
        indicator,
        n,
        value,
        row_number() over (
            partition by profile, network, time_period, education_phase, breakdown, indicator
            order by value, n, hub
        ) as point,
        count(*) over (partition by profile, network, time_period, education_phase, breakdown, indicator) as hubs
    from profile_result
    where
        hub <> 'Total'
        and value is not null
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
    value
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
