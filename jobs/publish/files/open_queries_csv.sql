-- One row per (network, hub, time_period, return_name, rule, kind): how many rows of a return have an open query, or
-- were left out, for one reason, as published. The findings themselves are in the receipts.
create or replace table open_queries_csv as
select
    time_period,
    network,
    hub,
    return_name,
    rule,
    kind,
    rows
from open_finding
order by time_period, network, hub, return_name, rule;
