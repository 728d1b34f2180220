-- One row per (network, hub, time_period, role): the professional development leads of a role that a hub (or Total)
-- listed. Rows of a hub are in its own report alone, and in full. In those of the network, 1 to 4 people are hidden
-- (c).
create or replace table lead_role as
with listed as (
    select
        figure_hub.network,
        figure_hub.hub,
        pd_lead.time_period,
        coalesce(pd_lead.role, 'Not known') as role,
        count(distinct pd_lead.hub || ' ' || pd_lead.lead) as leads
    from pd_lead
    semi join claim_in_force on claim_in_force.claim = pd_lead.claim
    semi join hub_year
        on hub_year.hub = pd_lead.hub
        and hub_year.time_period = pd_lead.time_period
    join figure_hub
        on figure_hub.member = pd_lead.hub
        and figure_hub.time_period = pd_lead.time_period
        and figure_hub.hub in (pd_lead.hub, 'Total')
    where pd_lead.lead is not null
    group by all
)
select
    network,
    hub,
    time_period,
    role,
    case when hub = 'Total' and leads between 1 and 4 then 'c' else leads::varchar end as leads
from listed
order by
    network,
    hub,
    time_period,
    role;
