-- One row per (hub, time_period, lead, role): a role of a professional development lead of a hub in an academic year,
-- in force.
create or replace table lead_listed as
select distinct
    hub_year.network,
    hub_year.hub,
    hub_year.time_period,
    pd_lead.lead,
    pd_lead.role
from pd_lead
semi join claim_in_force on claim_in_force.claim = pd_lead.claim
join hub_year using (hub, time_period)
where pd_lead.lead is not null;
