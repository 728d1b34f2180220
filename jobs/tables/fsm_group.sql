-- One row per network, academic year and eligible lineage whose share of pupils on free school meals is known: its
-- fifth and third within its phase, 1 the lowest. Hubs share the network's fifths.
create or replace table fsm_group as
select
    network,
    time_period,
    lineage,
    ntile(5) over by_need as fsm_fifth,
    ntile(3) over by_need as fsm_third
from eligible_school
where
    hub = 'Total'
    and fsm_percent is not null
window by_need as (partition by network, time_period, phase order by fsm_percent, urn);
