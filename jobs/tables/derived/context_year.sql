-- One row per (network, hub, time_period, phase, fsm_third, is_rural, is_selective): the eligible schools of one
-- context in an academic year. hub may be Total, or a restated hub. Selection distinguishes schools in the secondary
-- phase only. Values missing from the register are null, and null is a separate context.
create or replace table context_year as
select
    network,
    hub,
    time_period,
    phase,
    fsm_third,
    is_rural,
    phase = 'Secondary' and is_selective as is_selective,
    count(*) as eligible,
    count(*) filter (where rung >= 2) as engaged
from school_year
group by all;
