-- One row per (network, hub, time_period, title): the professional development leads of a hub (or Total) by the title
-- that the return gives. In rows of the network, 1 to 4 people are hidden (c).
create or replace table lead_title as
with counted as (
    select
        figure_hub.network,
        figure_hub.hub,
        pd_lead.time_period,
        upper(trim(pd_lead.title)[1]) || trim(pd_lead.title)[2:] as title,
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
    where
        pd_lead.lead is not null
        and trim(pd_lead.title) <> ''
    group by all
)
select
    network,
    hub,
    time_period,
    title,
    shown_people(leads, hub = 'Total') as leads
from counted
order by
    network,
    hub,
    time_period,
    title;
