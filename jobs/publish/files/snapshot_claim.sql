-- One row per (claim): a claim in force, on which the published figures are based, so that they can be recomputed
-- and compared.
create or replace table snapshot_claim as
select
    claim_in_force.claim,
    claim_in_force.return_name,
    claim_in_force.hub,
    claim_in_force.time_period,
    claim_in_force.accepted,
    submission.sha256,
    submission.file_name,
    submitted_sheet.name as sheet
from claim_in_force
left join submitted_sheet using (sheet)
left join submission using (submission)
order by claim_in_force.claim;
