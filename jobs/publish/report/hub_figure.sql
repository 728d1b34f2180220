-- One row per (network, time_period, indicator, member): a hub's figure with its count, limits and comparison, for the
-- network's own restricted report, in the order of the hubs' names. Its hub is Total.
create or replace table hub_figure as
select
    network,
    'Total' as hub,
    time_period,
    indicator,
    hub_name,
    hub as member,
    numerator,
    denominator,
    n,
    value,
    value_lower_ci,
    value_upper_ci,
    symbol,
    comparison
from result
where
    hub <> 'Total'
    and education_phase = 'Total'
    and breakdown = 'Total'
order by
    network,
    time_period,
    indicator,
    hub_name,
    member;
