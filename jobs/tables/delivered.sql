-- One row per delivery row in force: an activity of a hub in an academic year.
create or replace table delivered as
select
    hub_year.network,
    hub_year.hub,
    hub_year.time_period,
    delivery.claim,
    delivery.row_number,
    delivery.activity,
    delivery.places_offered,
    delivery.places_filled,
    delivery.core_due,
    delivery.core_delivered,
    delivery.adaptations,
    delivery.adaptations_consistent
from delivery
semi join claim_in_force on claim_in_force.claim = delivery.claim
join hub_year using (hub, time_period);
