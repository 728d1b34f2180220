-- One row per (network, hub, time_period, type): the activities of a type (work group, programme, community, course)
-- that a hub (or Total) delivered, as offer_item has them.
create or replace table offer as
select * exclude (topic) rename (item as type)
from offer_item
where topic = 'Type'
order by
    network,
    hub,
    time_period,
    type;
