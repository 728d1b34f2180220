-- One row per return that the figure needs and that has not come: for a hub's figure its own, for a network's those of
-- its open hubs.
create or replace temp table explained_missing as
with needed_return as (
    select unnest(string_split(definition.returns, ', ')) as return_name
    from explained
    join definition using (indicator)
),
needed_year as (
    select time_period
    from explained
    union all
    select academic_year.previous_period as time_period
    from explained
    join definition using (indicator)
    join academic_year using (time_period)
    where definition.years = 'this and last'
)
select
    hub_year.hub,
    needed_year.time_period,
    needed_return.return_name
from explained
join figure_hub using (network, hub)
join hub_year on hub_year.hub = figure_hub.member
join needed_year on needed_year.time_period = hub_year.time_period
cross join needed_return
join network_return
    on network_return.network = explained.network
    and network_return.return_name = needed_return.return_name
anti join claim_in_force
    on claim_in_force.hub = hub_year.hub
    and claim_in_force.time_period = hub_year.time_period
    and claim_in_force.return_name = needed_return.return_name
order by all;
