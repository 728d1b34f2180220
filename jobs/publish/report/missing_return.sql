-- One row per (network, hub, time_period, indicator, needed_period, return_name): a return that an indicator needs
-- for the figure of a hub in an academic year, and that was not received, so that the figure is not available. Only
-- returns that are due from the network, and years in which the hub was open.
create or replace table missing_return as
with needed as (
    select
        hub_year.network,
        hub_year.hub,
        hub_year.time_period,
        needed_return.indicator,
        needed_return.return_name,
        hub_year.time_period as needed_period
    from hub_year
    cross join needed_return
    union all
    select
        hub_year.network,
        hub_year.hub,
        hub_year.time_period,
        needed_return.indicator,
        needed_return.return_name,
        hub_year.previous_period as needed_period
    from hub_year
    join needed_return on needed_return.years = 'this and last'
    semi join hub_year as earlier
        on earlier.hub = hub_year.hub
        and earlier.time_period = hub_year.previous_period
)
select
    needed.network,
    needed.hub,
    needed.time_period,
    needed.indicator,
    needed.needed_period,
    network_return.return_order,
    return_title.title as return_name
from needed
join network_return using (network, return_name)
join return_title using (return_name)
anti join return_received
    on return_received.hub = needed.hub
    and return_received.return_name = needed.return_name
    and return_received.time_period = needed.needed_period
order by
    needed.network,
    needed.hub,
    needed.time_period,
    needed.indicator,
    needed.needed_period,
    network_return.return_order;
