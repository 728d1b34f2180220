-- One row per hub, academic year in which it is open, indicator and phase that its network has a target for.
create or replace table hub_target as
select
    hub_year.network,
    hub_year.hub,
    hub_year.time_period,
    target.indicator,
    target.education_phase,
    target.target as target_value,
    target.source
from target
semi join claim_in_force on claim_in_force.claim = target.claim
join hub_year
    on hub_year.network = target.network
    and hub_year.time_period = target.time_period
order by
    hub_year.network,
    hub_year.hub,
    hub_year.time_period,
    target.indicator,
    target.education_phase;
