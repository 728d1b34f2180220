-- One row per (claim, row_number): a participant row in force with the step that the participant reached: 1 enrolled, 2
-- attended, 3 completed.
create or replace table participation as
select
    hub_year.network,
    hub_year.hub,
    hub_year.time_period,
    engagement.claim,
    engagement.row_number,
    engagement.urn,
    lineage.lineage,
    engagement.activity,
    engagement.participant,
    engagement.role,
    rung(engagement.status, engagement.sessions_offered, engagement.sessions_attended) as rung
from engagement
semi join claim_in_force on claim_in_force.claim = engagement.claim
join hub_year using (hub, time_period)
left join lineage on lineage.urn = engagement.urn;
