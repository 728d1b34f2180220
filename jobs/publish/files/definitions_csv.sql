-- One row per (time_period, network, base, step, reach_window, scope): the share of schools under each definition that a
-- headline may have, as it is published. Of fewer than 10 schools there is no share (x).
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
