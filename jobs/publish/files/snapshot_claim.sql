-- One row per (claim): a claim in force, on which the published figures are based, so that they can be recomputed
-- and compared. Files are identified by their hash and sheets by their number, because their names may name people.
create or replace table snapshot_claim as
with sheet_of_file as (
    select
        submission,
        name,
        row_number() over (partition by submission order by min(sheet)) as sheet
    from submitted_sheet
    group by submission, name
)
select
    claim_in_force.claim,
    claim_in_force.return_name,
    claim_in_force.hub,
    claim_in_force.time_period,
    claim_in_force.accepted,
    submission.sha256,
    sheet_of_file.sheet
from claim_in_force
left join submitted_sheet using (sheet)
left join submission using (submission)
left join sheet_of_file
    on sheet_of_file.submission = submitted_sheet.submission
    and sheet_of_file.name = submitted_sheet.name
order by claim_in_force.claim;
