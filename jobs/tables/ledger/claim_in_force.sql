-- One row per (claim): a claim that no later submission has replaced.
create or replace table claim_in_force as
select
    claim,
    sheet,
    return_name,
    hub,
    time_period,
    accepted
from claim
where in_force;
