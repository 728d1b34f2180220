-- One row per (claim, row_number): a row of a delivery return in force: an activity of a hub in an academic year.
create or replace table delivered as
select
    hub_year.network,
    hub_year.hub,
    hub_year.time_period,
    delivery.claim,
    delivery.row_number,
    delivery.activity,
    -- The code under which the activity was first known, if a catalogue in force has it; otherwise its code without the
    -- year.
    coalesce(activity_identity.identity, yearless_code(delivery.activity)) as identity,
    delivery.places_offered,
    delivery.places_filled,
    delivery.core_due,
    delivery.core_delivered,
    delivery.adaptations,
    delivery.adaptations_consistent
from delivery
semi join claim_in_force on claim_in_force.claim = delivery.claim
join hub_year using (hub, time_period)
left join activity_identity using (activity, time_period);
