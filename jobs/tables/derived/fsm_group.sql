-- One row per (network, time_period, lineage): an eligible school whose share of pupils on free school meals is known,
-- with its fifth and third within its phase; 1 is the lowest. Hubs use the fifths of their network. Schools with equal
-- shares are in the same group, the one of their smallest rank.
create or replace table fsm_group as
select
    network,
    time_period,
    lineage,
    1 + 5 * (rank() over by_need - 1) // count(*) over in_phase as fsm_fifth,
    1 + 3 * (rank() over by_need - 1) // count(*) over in_phase as fsm_third
from eligible_school
where
    hub = 'Total'
    and fsm_percent is not null
window
    by_need as (partition by network, time_period, phase order by fsm_percent),
    in_phase as (partition by network, time_period, phase);
