-- One row per (indicator, network, hub, time_period, education_phase, breakdown): the trend of a published series (a
-- network, hub or Total, indicator, phase and breakdown) up to that year. A word only from five published values on;
-- years without a value are no points.
create or replace table trend as
with point as (
    select
        network,
        hub,
        indicator,
        education_phase,
        breakdown,
        time_period,
        value
    from result
    where value is not null
),
-- For each point and those before it: how many it is above, less how many it is below.
stepped as (
    select
        point.network,
        point.hub,
        point.indicator,
        point.education_phase,
        point.breakdown,
        point.time_period,
        coalesce(sum(sign(point.value - earlier.value)), 0) as s
    from point
    left join point as earlier
        on earlier.network = point.network
        and earlier.hub = point.hub
        and earlier.indicator = point.indicator
        and earlier.education_phase = point.education_phase
        and earlier.breakdown = point.breakdown
        and earlier.time_period < point.time_period
    group by all
),
run as (
    select
        *,
        count(*) over so_far as points,
        sum(s) over so_far as total,
        min(time_period) over so_far as first_period
    from stepped
    window so_far as (
        partition by network, hub, indicator, education_phase, breakdown
        order by time_period
    )
)
select
    network,
    hub,
    time_period,
    indicator,
    education_phase,
    breakdown,
    first_period,
    points,
    trend_word(total, points) as trend
from run
order by
    network,
    hub,
    time_period,
    indicator,
    education_phase,
    breakdown;
