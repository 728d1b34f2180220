-- Activities with participants listed that are not in the hub's delivery return: each is reported once.
-- found: Activity {activity} has participants here ({participants}), and is not in the delivery of this year.
-- accepted: Add it there, or correct the code.
-- action: The rows were kept.
-- Other checks report a year in which the hub is not open, or a hub without a known network.
with returned as (
    select distinct hub, time_period
    from claim_in_force
    semi join hub_year using (hub, time_period)
    where return_name = 'delivery'
)
select
    engagement.claim,
    min(engagement.row_number) as row_number,
    'activity' as field,
    engagement.activity as value,
    engagement.activity,
    count(*) as participants
from engagement
semi join claim_in_force on claim_in_force.claim = engagement.claim
semi join returned
    on returned.hub = engagement.hub
    and returned.time_period = engagement.time_period
anti join delivered
    on delivered.hub = engagement.hub
    and delivered.time_period = engagement.time_period
    and delivered.activity = engagement.activity
group by engagement.claim, engagement.activity
order by engagement.claim, row_number;
