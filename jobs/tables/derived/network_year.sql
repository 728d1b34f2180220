-- One row per (network, time_period): an academic year of a network, from its first accepted return to its last: of
-- the returns that are due from its hubs, and of those that are not due from any network, such as an evaluator's
-- summary.
create or replace table network_year as
with span as (
    select
        hub.network,
        min(claim_in_force.time_period) as first_period,
        max(claim_in_force.time_period) as last_period
    from claim_in_force
    join hub using (hub)
    where
        claim_in_force.return_name in (
            select return_name
            from network_return
            where network_return.network = hub.network
        )
        or claim_in_force.return_name not in (
            select return_name
            from network_return
        )
    group by hub.network
)
select
    network,
    time_period,
    previous_period,
    reference_date
from span
join academic_year on time_period between first_period and last_period;
