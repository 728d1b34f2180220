-- One row per (network, time_period): an academic year of a network, from its first accepted return to its last.
create or replace table network_year as
with span as (
    select
        hub.network,
        min(claim_in_force.time_period) as first_period,
        max(claim_in_force.time_period) as last_period
    from claim_in_force
    join hub using (hub)
    join network_return using (network, return_name)
    group by hub.network
)
select
    network,
    time_period,
    previous_period,
    reference_date
from span
join academic_year on time_period between first_period and last_period;
