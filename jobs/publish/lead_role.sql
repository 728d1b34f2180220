-- One row per network, hub (or Total), academic year and role: the professional development leads listed. 1 to 4 people
-- are hidden (c), and no more than that, since only the network and its hubs read it: of a lone hidden role they may
-- learn when next year's leads are counted against all of this year's.
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
    join figure_hub on figure_hub.member = pd_lead.hub
    where pd_lead.lead is not null
    group by all
)
select
    network,
    hub,
    time_period,
    role,
    case when leads between 1 and 4 then 'c' else leads::varchar end as leads
from listed
order by
    network,
    hub,
    time_period,
    role;
