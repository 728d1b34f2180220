-- title:        Distance to target
-- question:     How far is the figure from the target set for it?
-- numerator:    none
-- denominator:  none
-- unit:         points
-- higher is:    better
-- outcome:      reach
-- also:         none
-- construct:    reach
-- notes:        The target's indicator less the target, in percentage points; below 0 the target is missed. Only
--               targets for shares are compared. Without a target for the phase and year there is no figure. Where a
--               network set targets for several indicators, the breakdown names them. The schools still needed stand in
--               the table of targets.
-- why:          A share means little to those who promised another.
-- source:       targets of the network; the returns of the indicator that the target is for
-- counts:       schools
-- interval:     none
-- levels:       hub network phase
-- breakdowns:   Total, from data
-- returns:      none
-- years:        this
-- reviewed:     2026-11-25
-- version:      2

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
        measured.hub,
        measured.time_period,
        measured.education_phase,
        aim.indicator,
        aim.aims,
        measured.denominator as n,
        -- On fewer than 10 schools no share is published, and the gap would give it away.
        case
            when measured.denominator >= 10 then 100 * measured.numerator / measured.denominator - aim.target::double
        end as value
    from measured
    join aim using (network, time_period, education_phase, indicator)
    join figure_standing using (indicator, network, hub, time_period)
    where
        measured.breakdown = 'Total'
        and figure_standing.is_given
        and figure_standing.is_received
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
        value
    from gap
)
select
    network,
    hub,
    time_period,
    education_phase,
    breakdown,
    n,
    value
from unit;
