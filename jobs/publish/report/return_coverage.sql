-- One row per (network, hub, time_period, return_name): a return that is due from a network: from how many open hubs
-- it was received, and how many rows were accepted or left out. Its hub is Total; no hub is named.
create or replace table return_coverage as
select
    network,
    'Total' as hub,
    time_period,
    return_order,
    return_name,
    count(*) as hubs,
    count(*) filter (where received) as received,
    sum(rows_read)::bigint as rows_read,
    sum(accepted)::bigint as accepted,
    sum(left_out)::bigint as left_out,
    sum(duplicate)::bigint as duplicate,
    sum(aside)::bigint as aside
from return_status
group by all
order by
    network,
    time_period,
    return_order;
