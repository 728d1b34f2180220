-- One row per network, hub (or Total), academic year and context among the eligible schools. Selection tells schools
-- apart in the secondary phase only. What the register does not know of a school is a context of its own.
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
