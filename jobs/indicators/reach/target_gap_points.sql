-- title:        Distance to target
-- question:     How far is the figure from the target set for it?
-- numerator:    none
-- denominator:  none
-- unit:         points
-- higher is:    better
-- outcome:      reach
-- also:         none
-- construct:    reach
-- notes:        The value of the target's indicator less the target, in percentage points. Below 0, the target is
--               missed. Only targets for shares are compared. Where a network set targets for several indicators, the
--               breakdown names them. The number of schools still needed is in the table of targets.
-- why:          The gap shows how far the network or hub is from what was agreed with its funder.
-- source:       targets of the network; the returns of the indicator that the target is for
-- counts:       schools
-- interval:     none
-- levels:       hub network phase
-- breakdowns:   Total, from data
-- returns:      none
-- years:        this
-- reviewed:     2026-12-01
-- version:      4

with aim as (
    select
        network,
        time_period,
        education_phase,
        indicator,
        target,
        count(*) over (partition by network, time_period, education_phase) as aims
    from network_target
),
-- What a figure is counted from: a hub, the contributing hubs of a network, and for the change, the hubs that contribute
-- in two years, in each of them.
counted as (
    select
        indicator,
        network,
        hub,
        time_period,
        counted_as,
        is_covered
    from figure_standing
    where
        is_given
        and is_received
    union
    select
        needed_return.indicator,
        hub_group.network,
        hub_group.hub,
        unnest([academic_year.time_period, academic_year.previous_period]) as time_period,
        hub_group.hub as counted_as,
        true as is_covered
    from hub_group
    join needed_return using (need)
    join academic_year on academic_year.time_period = hub_group.time_period
    where
        hub_group.basis = 'change'
        and hub_group.counted_as <> 'Total'
),
gap as (
    select
        measured.network,
        counted.hub,
        measured.time_period,
        measured.education_phase,
        aim.indicator,
        aim.aims,
        measured.denominator as n,
        -- On fewer than 10 schools no share is published, and the gap would give it away.
        case
            when counted.is_covered and measured.denominator >= 10
            then 100 * measured.numerator / measured.denominator - aim.target::double
        end as value,
        rounded_as(definition.counts, measured.numerator) as rounded_numerator,
        rounded_as(definition.counts, measured.denominator) as rounded_denominator,
        case
            when counted.is_covered and rounded_denominator >= 10
            then 100 * rounded_numerator / rounded_denominator - aim.target::double
        end as public_value
    from measured
    left join definition using (indicator)
    join aim using (network, time_period, education_phase, indicator)
    join counted
        on counted.indicator = measured.indicator
        and counted.network = measured.network
        and counted.counted_as = measured.hub
        and counted.time_period = measured.time_period
    where measured.breakdown = 'Total'
),
unit as (
    select
        network,
        hub,
        time_period,
        education_phase,
        case when aims = 1 then 'Total' else indicator end as breakdown,
        indicator,
        n,
        value,
        public_value
    from gap
)
select
    network,
    hub,
    time_period,
    education_phase,
    breakdown,
    n,
    value,
    public_value,
    []::bigint[] as public_counts
from unit;
