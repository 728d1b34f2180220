-- One row per (network, time_period, outcome, title, hub_name): a hub whose figure is outside the control limits of
-- its network, for the network's own restricted report. In the order of the hubs' names, which is not a rank. Its
-- hub is Total.
create or replace table hub_outlier as
select
    result.network,
    'Total' as hub,
    result.time_period,
    result.outcome,
    definition.title,
    result.hub_name,
    result.n,
    result.value,
    definition.unit,
    case result.comparison when 'higher' then 'Above the limits' else 'Below the limits' end as comparison
from result
join definition using (indicator)
where
    result.hub <> 'Total'
    and result.education_phase = 'Total'
    and result.breakdown = 'Total'
    and result.comparison in ('higher', 'lower')
order by
    result.network,
    result.time_period,
    result.outcome,
    definition.title,
    result.hub_name;
