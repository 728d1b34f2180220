-- One row per (claim, row_number, network, hub): a row of a professional development lead that is in force, in the figures
-- of its own hub (member) and in those of its network (Total).
create or replace table listed_lead as
select
    figure_hub.network,
    figure_hub.hub,
    pd_lead.hub as member,
    pd_lead.* exclude (hub)
from pd_lead
semi join claim_in_force on claim_in_force.claim = pd_lead.claim
semi join hub_year
    on hub_year.hub = pd_lead.hub
    and hub_year.time_period = pd_lead.time_period
join figure_hub
    on figure_hub.member = pd_lead.hub
    and figure_hub.time_period = pd_lead.time_period
    and figure_hub.hub in (pd_lead.hub, 'Total')
where pd_lead.lead is not null;
