-- One row per (need, time_period, hub): a hub that contributes to the network's figures of an academic year: it is open
-- in every year needed, all returns needed were received, and its engagement return is complete.
create or replace table contributing_hub as
select
    network,
    need,
    time_period,
    hub,
    has_gap
from hub_need
where
    is_open_throughout
    and is_given
    and is_received
    and not is_incomplete;
