-- One row per (network, need, hub, time_period): a hub in an academic year of its network, for each need of an
-- indicator: whether the hub is open in this year and in every year needed, whether the network has the returns needed,
-- whether they were received, and whether a year of the hub's window is missing. The window starts with the network's
-- first return of that kind or the hub's opening, whichever is later. makes_low: the figure is about all hubs, and one
-- with an open year missing before this one makes the network's figure unreliable, whether it contributes or not.
create or replace table hub_need as
with need as (
    select distinct
        need,
        years,
        return_name
    from needed_return
),
needed_year as (
    select
        need.need,
        need.return_name,
        network_year.network,
        network_year.time_period,
        network_year.time_period as needed_period
    from need
    cross join network_year
    union all
    select
        need.need,
        need.return_name,
        network_year.network,
        network_year.time_period,
        network_year.previous_period as needed_period
    from need
    cross join network_year
    where need.years = 'this and last'
),
received as (
    select
        hub,
        time_period,
        return_name
    from return_received
    union
    select
        hub,
        time_period,
        'any' as return_name
    from return_received
),
judged as (
    select
        needed_year.network,
        needed_year.need,
        hub.hub,
        needed_year.time_period,
        bool_and(
            needed_year.needed_period between coalesce(hub.opened, needed_year.needed_period)
            and coalesce(hub.closed, needed_year.needed_period)
        ) as is_open_throughout,
        bool_and(needed_year.return_name in ('none', 'any') or network_return.return_name is not null) as is_given,
        -- What needs no return is known for every year of the network, from the first that was returned.
        bool_and(
            case
                when needed_year.return_name = 'none' then known_year.time_period is not null
                else received.return_name is not null
            end
        ) as is_received,
        bool_or(incomplete.hub is not null) as is_incomplete
    from needed_year
    join hub using (network)
    left join network_return
        on network_return.network = needed_year.network
        and network_return.return_name = needed_year.return_name
    left join network_year as known_year
        on known_year.network = needed_year.network
        and known_year.time_period = needed_year.needed_period
    left join received
        on received.hub = hub.hub
        and received.return_name = needed_year.return_name
        and received.time_period = needed_year.needed_period
    left join (
        select distinct
            hub,
            time_period
        from incomplete_engagement
    ) as incomplete
        on incomplete.hub = hub.hub
        and incomplete.time_period = needed_year.needed_period
        and needed_year.return_name = 'engagement'
    group by all
),
first_return as (
    select
        network,
        return_name,
        min(time_period) as first_period
    from return_received
    group by all
),
in_window as (
    select
        need.need,
        network_year.network,
        hub_year.hub,
        network_year.time_period,
        count(distinct hub_year.time_period) as window_years,
        count(distinct received.time_period) as returned_years,
        count(distinct hub_year.time_period) filter (hub_year.time_period < network_year.time_period)
            > count(distinct received.time_period) filter (received.time_period < network_year.time_period) as has_earlier_gap
    from need
    cross join network_year
    join first_return
        on first_return.network = network_year.network
        and first_return.return_name = need.return_name
    join hub_year
        on hub_year.network = network_year.network
        and hub_year.time_period between first_return.first_period and network_year.time_period
    left join received
        on received.hub = hub_year.hub
        and received.return_name = need.return_name
        and received.time_period = hub_year.time_period
    where need.years in ('up to this', 'five up to this', 'all up to this')
    group by all
)
select
    judged.network,
    judged.need,
    judged.hub,
    judged.time_period,
    hub_year.hub is not null as is_open,
    judged.is_open_throughout,
    judged.is_given,
    judged.is_received
        and (need_years.years <> 'five up to this' or coalesce(in_window.returned_years, 0) >= 5) as is_received,
    judged.is_incomplete,
    need_years.years in ('up to this', 'five up to this', 'all up to this')
        and coalesce(in_window.returned_years < in_window.window_years, false) as has_gap,
    need_years.years = 'all up to this'
        and hub_year.hub is not null
        and coalesce(in_window.has_earlier_gap, false) as makes_low
from judged
join (
    select distinct
        need,
        years
    from need
) as need_years on need_years.need = judged.need
left join hub_year
    on hub_year.hub = judged.hub
    and hub_year.time_period = judged.time_period
left join in_window
    on in_window.need = judged.need
    and in_window.hub = judged.hub
    and in_window.time_period = judged.time_period;
