-- One row per return that the figure needs and that was not received, from its hub or from the network's hubs. A figure
-- over all years needs every year of the hub's window: from the network's first return of that kind, while the hub is
-- open.
create or replace temp table explained_missing as
with needed_return_name as (
    select
        asked.network,
        asked.hub as asked_hub,
        asked.time_period,
        asked.years,
        return_name
    from explained_standing as asked
    cross join unnest(string_split(asked.returns, ', ')) as names (return_name)
),
first_return as (
    select
        network,
        return_name,
        min(time_period) as first_period
    from return_received
    group by all
),
needed_year as (
    select
        needed.network,
        needed.asked_hub,
        needed.return_name,
        case
            when needed.years in ('up to this', 'five up to this', 'all up to this')
            then coalesce(first_return.first_period, needed.time_period)
            when needed.years = 'this and last' then academic_year.previous_period
            else needed.time_period
        end as from_period,
        needed.time_period as to_period
    from needed_return_name as needed
    join academic_year using (time_period)
    left join first_return using (network, return_name)
)
select
    hub_year.hub,
    hub_year.time_period,
    needed_year.return_name,
    coalesce(return_title.title, needed_year.return_name) as title
from needed_year
join hub_year
    on hub_year.network = needed_year.network
    and hub_year.time_period between needed_year.from_period and needed_year.to_period
    and needed_year.asked_hub in ('Total', hub_year.hub)
semi join network_return
    on network_return.network = needed_year.network
    and network_return.return_name = needed_year.return_name
left join return_title using (return_name)
anti join claim_in_force
    on claim_in_force.hub = hub_year.hub
    and claim_in_force.time_period = hub_year.time_period
    and claim_in_force.return_name = needed_year.return_name
order by all;
