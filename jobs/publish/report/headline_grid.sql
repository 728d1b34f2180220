-- One row per (network, hub, time_period, base, step): the share of schools reached under each definition of headline,
-- side by side: this year or any year so far, of the hubs that returned or of all hubs open. Its hub is Total.
create or replace table headline_grid as
select
    network,
    hub,
    time_period,
    base_order,
    base,
    step_order,
    step,
    'percent' as unit,
    max(hubs) filter (where scope_order = 1) as hubs_returned,
    max(hubs) filter (where scope_order = 2) as hubs_open,
    max(numerator) filter (where window_order = 1 and scope_order = 1) as year_returned_schools,
    max(denominator) filter (where window_order = 1 and scope_order = 1) as year_returned_of,
    max(value) filter (where window_order = 1 and scope_order = 1) as year_returned_value,
    max(numerator) filter (where window_order = 1 and scope_order = 2) as year_open_schools,
    max(denominator) filter (where window_order = 1 and scope_order = 2) as year_open_of,
    max(value) filter (where window_order = 1 and scope_order = 2) as year_open_value,
    max(numerator) filter (where window_order = 2 and scope_order = 1) as ever_returned_schools,
    max(denominator) filter (where window_order = 2 and scope_order = 1) as ever_returned_of,
    max(value) filter (where window_order = 2 and scope_order = 1) as ever_returned_value,
    max(numerator) filter (where window_order = 2 and scope_order = 2) as ever_open_schools,
    max(denominator) filter (where window_order = 2 and scope_order = 2) as ever_open_of,
    max(value) filter (where window_order = 2 and scope_order = 2) as ever_open_value
from headline
group by all
order by
    network,
    time_period,
    base_order,
    step_order;
