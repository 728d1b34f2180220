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
-- reviewed:     2026-11-29
-- version:      3

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
gap as (
    select
        measured.network,
        standing.hub,
        measured.time_period,
        measured.education_phase,
        aim.indicator,
        aim.aims,
        measured.denominator as n,
        -- On fewer than 10 schools no share is published, and the gap would give it away.
        case
            when measured.denominator >= 10 then 100 * measured.numerator / measured.denominator - aim.target::double
        end as value,
        rounded_as(definition.counts, measured.numerator) as rounded_numerator,
        rounded_as(definition.counts, measured.denominator) as rounded_denominator,
        case
            when rounded_denominator >= 10 then 100 * rounded_numerator / rounded_denominator - aim.target::double
        end as public_value
    from measured
    left join definition using (indicator)
    join aim using (network, time_period, education_phase, indicator)
    join figure_standing as standing
        on standing.indicator = measured.indicator
        and standing.network = measured.network
        and standing.counted_as = measured.hub
        and standing.time_period = measured.time_period
    where
        measured.breakdown = 'Total'
        and standing.is_given
        and standing.is_covered
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
