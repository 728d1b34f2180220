-- One row per (claim, row_number): a pathway row in force: a school's place at a stage.
create or replace table pathway_place as
select
    hub_year.network,
    hub_year.hub,
    hub_year.time_period,
    pathway.claim,
    pathway.row_number,
    pathway.urn,
    lineage.lineage,
    pathway.stage,
    pathway.status
from pathway
semi join claim_in_force on claim_in_force.claim = pathway.claim
join hub_year using (hub, time_period)
left join lineage on lineage.urn = pathway.urn;
