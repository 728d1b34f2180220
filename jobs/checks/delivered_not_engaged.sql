-- Activities that filled places and in which no participant is listed, though the hub returned its engagement.
with returned as (
    select distinct hub, time_period
    from claim_in_force
    where return_name = 'engagement'
)
select
    delivery.claim,
    delivery.row_number,
    'activity' as field,
    delivery.activity as found,
    format(
        'Activity {} filled {} places, and no participant of it is in the engagement of this year; add them there, or correct the code; the row was kept.',
        delivery.activity,
        delivery.places_filled
    ) as message
from delivery
semi join claim_in_force on claim_in_force.claim = delivery.claim
semi join returned
    on returned.hub = delivery.hub
    and returned.time_period = delivery.time_period
anti join participation
    on participation.hub = delivery.hub
    and participation.time_period = delivery.time_period
    and participation.activity = delivery.activity
where delivery.places_filled > 0
order by delivery.claim, delivery.row_number;
