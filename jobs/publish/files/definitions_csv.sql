-- One row per (time_period, network, base, step, reach_window, scope): the share of schools under each definition of
-- a headline, as published. There is no share of fewer than 10 schools (x).
create or replace table definitions_csv as
select
    time_period,
    network,
    base,
    step,
    reach_window,
    scope,
    hubs,
    numerator,
    denominator,
    printed_value(value, case when denominator < 10 then 'x' end) as value,
    coalesce(same_as, '') as same_as
from headline
order by
    time_period,
    network,
    base_order,
    step_order,
    window_order,
    scope_order;
