-- One row per (network, hub, time_period, quantity): what the hub stated of a quantity beside what all its accepted
-- rows come to.
create or replace table school_counts as
select
    network,
    hub,
    time_period,
    quantity,
    stated,
    computed
from stated_quantity
order by
    network,
    hub,
    time_period,
    quantity;
