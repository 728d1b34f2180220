-- One row per (network, hub, time_period, indicator, education_phase): the next target that the hub's network has
-- for that year or later, and the distance to it. Cases still needed are those that the target's share requires
-- among this year's, in schools if schools are counted: none if the target is met. The gain per year is the average
-- of up to three last years, from years whose returns have no gap; years to target are at that rate, 0 if it is met,
-- null if it would never be. The standing of a year that is over is Met or Missed; before that, Met early or Not yet
-- met; null if unknown.
create or replace table hub_target as
with aim as (
    select
        hub_year.network,
        hub_year.hub,
        hub_year.time_period,
        network_target.indicator,
        network_target.education_phase,
        network_target.time_period as target_period,
        network_target.target as target_value,
        network_target.source,
        -- The number of years between two such as 202223 and 202425.
        (network_target.time_period - hub_year.time_period) // 100 as years_left
    from hub_year
    join network_target
        on network_target.network = hub_year.network
        and network_target.time_period >= hub_year.time_period
    qualify
        row_number() over (
            partition by
                hub_year.hub,
                hub_year.time_period,
                network_target.indicator,
                network_target.education_phase
            order by network_target.time_period
        ) = 1
),
counted as (
    select
        network,
        hub,
        time_period,
        indicator,
        education_phase,
        value,
        try_cast(numerator as decimal(18, 0)) as numerator,
        try_cast(denominator as decimal(18, 0)) as denominator,
        coalesce(standing.is_partial, false) as is_partial
    from result
    left join figure_standing as standing using (indicator, network, hub, time_period)
    where
        breakdown = 'Total'
        and try_cast(numerator as decimal(18, 0)) is not null
        and try_cast(denominator as decimal(18, 0)) is not null
),
-- Over at most the last three steps with both ends published, neither of them a lower bound.
pace as (
    select
        this_year.network,
        this_year.hub,
        this_year.time_period,
        this_year.indicator,
        this_year.education_phase,
        arg_max(
            (this_year.numerator - earlier.numerator)::double
                / ((this_year.time_period - earlier.time_period) // 100),
            this_year.time_period - earlier.time_period
        ) as gained_per_year
    from counted as this_year
    join counted as earlier
        on earlier.network = this_year.network
        and earlier.hub = this_year.hub
        and earlier.indicator = this_year.indicator
        and earlier.education_phase = this_year.education_phase
        and earlier.time_period between this_year.time_period - 303 and this_year.time_period - 1
    where
        not this_year.is_partial
        and not earlier.is_partial
    group by all
),
distance as (
    select
        aim.*,
        counted.value,
        counted.numerator,
        counted.denominator,
        counted.value - aim.target_value::double as gap_points,
        -- greatest ignores nulls.
        case
            when counted.numerator is not null
            then greatest(0, ceil(aim.target_value * counted.denominator / 100 - counted.numerator))::bigint
        end as still_needed,
        pace.gained_per_year,
        counted.is_partial
    from aim
    left join counted using (network, hub, time_period, indicator, education_phase)
    left join pace using (network, hub, time_period, indicator, education_phase)
)
select
    network,
    hub,
    time_period,
    indicator,
    education_phase,
    target_period,
    target_value,
    value,
    numerator || ' of ' || denominator as achieved_count,
    gap_points,
    case
        when still_needed is null then null
        when target_period = time_period and still_needed = 0 then 'Met'
        when still_needed = 0 then 'Met early'
        -- If returns have a gap, more may have taken part than is known.
        when is_partial then null
        when target_period = time_period then 'Missed'
        else 'Not yet met'
    end as standing,
    still_needed,
    years_left,
    case when years_left > 0 then still_needed / years_left::double end as needed_per_year,
    gained_per_year,
    case
        when still_needed = 0 then 0
        when gained_per_year > 0 then ceil(still_needed / gained_per_year)::bigint
    end as years_at_this_rate,
    source
from distance
order by
    network,
    hub,
    time_period,
    indicator,
    education_phase;
