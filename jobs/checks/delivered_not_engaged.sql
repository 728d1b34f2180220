-- Activities with places filled but no participant listed, although the hub returned its engagement.
-- found: Activity {activity} has places filled ({places_filled}), and no participant of it is in the engagement of this year.
-- accepted: Add them there, or correct the code.
-- action: The row was kept.
-- Other checks report a year in which the hub is not open, or a hub without a known network.
with returned as (
    select distinct hub, time_period
    from claim_in_force
    semi join hub_year using (hub, time_period)
    where return_name = 'engagement'
)
select
    delivery.claim,
    delivery.row_number,
    'activity' as field,
    delivery.activity as value,
    delivery.activity,
    delivery.places_filled
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
