-- One row per (network, hub, time_period, due_on): a hub and an academic year with returns still to come by a day.
create or replace table return_owed as
select
    hub.network,
    hub.hub,
    hub.hub_name,
    asked_year.time_period,
    return_deadline.due_on,
    coalesce(return_deadline.due_on < any_value(run_day.as_of), false) as overdue,
    list(return_title.title order by network_return.return_order) as returns
from hub
join asked_year
    on asked_year.network = hub.network
    and asked_year.time_period >= coalesce(hub.opened, asked_year.time_period)
    and asked_year.time_period <= coalesce(hub.closed, asked_year.time_period)
join network_return on network_return.network = hub.network
join return_title using (return_name)
left join return_deadline
    on return_deadline.return_name = network_return.return_name
    and return_deadline.time_period = asked_year.time_period
left join run_day on true
anti join claim_in_force
    on claim_in_force.hub = hub.hub
    and claim_in_force.time_period = asked_year.time_period
    and claim_in_force.return_name = network_return.return_name
group by hub.network, hub.hub, hub.hub_name, asked_year.time_period, return_deadline.due_on;
