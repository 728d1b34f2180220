-- One row per (hub, time_period): an academic year in which a hub is open, including the year in which it closes.
create or replace table hub_year as
select
    network,
    hub,
    time_period,
    previous_period,
    reference_date
from hub
join network_year using (network)
where
    time_period >= coalesce(opened, time_period)
    and time_period <= coalesce(closed, time_period);
