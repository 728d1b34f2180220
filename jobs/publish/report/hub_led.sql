-- One row per (network, hub, time_period): the organisation that leads a hub, since when, and how many other hubs it
-- leads. No other hub is named.
create or replace table hub_led as
select
    hub_leader.network,
    hub_leader.hub,
    hub_leader.time_period,
    hub_leader.organisation,
    hub_leader.from_period,
    hub_leader.years_led,
    count(other.hub) filter (where other.network = hub_leader.network) as other_hubs,
    count(other.hub) filter (where other.network <> hub_leader.network) as hubs_of_other_networks
from hub_leader
left join hub_leader as other
    on other.organisation_key = hub_leader.organisation_key
    and other.time_period = hub_leader.time_period
    and other.hub <> hub_leader.hub
group by all
order by
    hub_leader.network,
    hub_leader.hub,
    hub_leader.time_period;
