-- One row per (network, hub, time_period, phase): the activities for a phase that a hub (or Total) delivered, as
-- offer_item has them.
create or replace table offer_phase as
select * exclude (topic) rename (item as phase)
from offer_item
where topic = 'Phase'
order by
    network,
    hub,
    time_period,
    phase;
