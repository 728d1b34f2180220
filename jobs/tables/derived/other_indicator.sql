-- One row per (indicator, network, time_period, education_phase, breakdown): a figure derived from another indicator,
-- whose hubs and returns it shares: the gap to a target, and the consistency of hubs.
create or replace table other_indicator as
with aim as (
    select
        network,
        time_period,
        education_phase,
        indicator,
        count(*) over (partition by network, time_period, education_phase) as aims
    from network_target
)
select
    'target_gap_points' as indicator,
    network,
    time_period,
    education_phase,
    case when aims = 1 then 'Total' else indicator end as breakdown,
    indicator as other
from aim
union all
select
    'hub_consistency_points' as indicator,
    network_year.network,
    network_year.time_period,
    'Total' as education_phase,
    definition.indicator as breakdown,
    definition.indicator as other
from network_year
cross join definition
where
    definition.interval in ('wilson', 'wilson_deff')
    and list_contains(string_split(definition.levels, ' '), 'hub');
