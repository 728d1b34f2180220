-- One row per indicator, network, hub (or Total) and academic year of the network: whether the hub is open and its network
-- gives the returns that the indicator needs, and whether they have come; one of no return stands on reference lists
-- alone. Returns and years are those of the heading, so it is a view.
create or replace view figure_standing as
with figure_year as (
    select
        network,
        'Total' as hub,
        time_period,
        previous_period,
        true as is_open
    from network_year
    union all
    select
        network,
        hub,
        time_period,
        previous_period,
        true as is_open
    from hub_year
    union all
    select
        hub.network,
        hub.hub,
        network_year.time_period,
        network_year.previous_period,
        false as is_open
    from hub
    join network_year using (network)
    anti join hub_year
        on hub_year.hub = hub.hub
        and hub_year.time_period = network_year.time_period
),
needed as (
    select
        indicator,
        years,
        unnest(string_split(returns, ', ')) as return_name
    from definition
),
received as (
    select
        network,
        hub,
        time_period,
        return_name
    from return_received
    union
    select
        network,
        hub,
        time_period,
        'any' as return_name
    from return_received
)
select
    needed.indicator,
    figure_year.network,
    figure_year.hub,
    figure_year.time_period,
    bool_and(
        figure_year.is_open
        and (needed.return_name in ('none', 'any') or network_return.return_name is not null)
    ) as is_given,
    bool_and(
        needed.return_name = 'none'
        or received.return_name is not null
            and (needed.years = 'this' or received_before.return_name is not null)
    ) as is_received
from figure_year
cross join needed
left join network_return
    on network_return.network = figure_year.network
    and network_return.return_name = needed.return_name
left join received
    on received.network = figure_year.network
    and received.hub = figure_year.hub
    and received.return_name = needed.return_name
    and received.time_period = figure_year.time_period
left join received as received_before
    on received_before.network = figure_year.network
    and received_before.hub = figure_year.hub
    and received_before.return_name = needed.return_name
    and received_before.time_period = figure_year.previous_period
group by all;
