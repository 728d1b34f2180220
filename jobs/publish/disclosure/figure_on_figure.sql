-- One row per (profile, indicator, network, hub, time_period, education_phase, breakdown, other_indicator,
-- other_breakdown): a figure that is derived from another figure and reveals it: the gap to a target, and its
-- indicator.
create or replace table figure_on_figure as
with gap as (
    select
        figure.*,
        count(*) over (partition by figure.profile, figure.network, figure.hub, figure.time_period, figure.education_phase, figure.breakdown)
            as aims,
        network_target.indicator as other_indicator
    from figure
    join network_target using (network, time_period, education_phase)
    where
        figure.indicator = 'target_gap_points'
        and figure.breakdown in ('Total', network_target.indicator)
)
select
    profile,
    indicator,
    network,
    hub,
    time_period,
    education_phase,
    breakdown,
    other_indicator,
    'Total' as other_breakdown
from gap
where
    aims = 1
    or breakdown <> 'Total';
