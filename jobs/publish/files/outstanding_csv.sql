-- One row per (network, hub, time_period, due): the returns that a hub has not sent for an academic year and that are
-- due on a day, as it is published.
create or replace table outstanding_csv as
select
    time_period,
    network,
    hub,
    hub_name,
    due_on as due,
    array_to_string(returns, '; ') as returns
from return_owed
order by time_period, network, hub, due_on;
