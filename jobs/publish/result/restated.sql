-- One row per (time_period, network, hub, education_phase, breakdown, indicator, series): a figure that counts
-- schools or their pupils, for a hub whose area has changed: as published, on the area of each year; and restated,
-- on the area of the hub's last year, where schools that came from another hub bring what they did with that one.
-- The two agree in the last year. A restated figure is x if a return is missing from any hub that had a part of the
-- area then.
create or replace table restated as
with needed as (
    select
        indicator,
        years,
        unnest(string_split(returns, ', ')) as return_name
    from definition
    where
        counts in ('schools', 'pupils')
        and denominator <> 'none'
),
-- The hubs that had a part of the area, in the year itself and, if that is counted too, the year before.
standing as (
    select distinct
        restated_hub.hub,
        served.member,
        served.time_period
    from restated_hub
    join restated_credit as served on served.hub = restated_hub.hub
),
incomplete as (
    select distinct
        needed.indicator,
        standing.hub,
        academic_year.time_period
    from standing
    cross join needed
    join academic_year
        on academic_year.time_period = standing.time_period
        or needed.years = 'this and last'
        and academic_year.previous_period = standing.time_period
    anti join return_received
        on return_received.hub = standing.member
        and return_received.time_period = standing.time_period
        and return_received.return_name = needed.return_name
),
counted as (
    select
        measured.network,
        restated_hub.member as hub,
        measured.time_period,
        measured.indicator,
        measured.education_phase,
        measured.breakdown,
        restated_hub.area_period,
        definition.interval,
        case when incomplete.hub is null then measured.numerator end as numerator,
        case when incomplete.hub is null then measured.denominator end as denominator,
        incomplete.hub is null and measured.denominator >= 10 as is_shown
    from measured
    join restated_hub using (network, hub)
    join definition using (indicator)
    semi join needed on needed.indicator = measured.indicator
    left join incomplete using (indicator, hub, time_period)
),
series as (
    select
        network,
        hub,
        time_period,
        indicator,
        education_phase,
        breakdown,
        'restated' as series,
        area_period,
        numerator,
        denominator,
        case when is_shown then 100 * numerator / denominator end as value,
        case when is_shown and interval = 'wilson' then 100 * wilson_lower(numerator, denominator) end
            as value_lower_ci,
        case when is_shown and interval = 'wilson' then 100 * wilson_upper(numerator, denominator) end
            as value_upper_ci,
        case when not is_shown then 'x' end as symbol
    from counted
    union all
    select
        result.network,
        result.hub,
        result.time_period,
        result.indicator,
        result.education_phase,
        result.breakdown,
        'as published' as series,
        result.time_period as area_period,
        result.numerator,
        result.denominator,
        result.value,
        result.value_lower_ci,
        result.value_upper_ci,
        result.symbol
    from result
    join restated_hub on restated_hub.member = result.hub
    semi join counted
        on counted.indicator = result.indicator
        and counted.hub = result.hub
)
select
    time_period,
    network,
    hub,
    education_phase,
    breakdown,
    indicator,
    series,
    area_period,
    numerator,
    denominator,
    value,
    value_lower_ci,
    value_upper_ci,
    coalesce(symbol, '') as symbol
from series
order by
    network,
    hub,
    indicator,
    education_phase,
    breakdown,
    series,
    time_period;
