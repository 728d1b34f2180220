-- One row per (network, hub, time_period, quantity): a quantity as stated by the hub and as counted from all its
-- accepted rows, and whether the two differ; null if the hub stated nothing.
create or replace table school_counts as
select
    network,
    hub,
    time_period,
    quantity,
    stated,
    computed,
    case when stated is not null then stated is distinct from computed end as differs
from stated_quantity
order by
    network,
    hub,
    time_period,
    quantity;
