-- One row per finding, with the return that it is in and the note by which its hub has explained it, if any.
create or replace view noted_finding as
select
    finding.submission,
    finding.sheet,
    finding.claim,
    finding.row_number,
    finding.cell,
    finding.rule,
    finding.severity,
    finding.field,
    finding.found,
    finding.message,
    finding.row_key,
    claim.return_name,
    claim.hub,
    claim.time_period,
    claim.in_force,
    note_in_force.note
from finding
left join claim using (claim)
left join note_in_force
    on note_in_force.return_name = claim.return_name
    and note_in_force.hub is not distinct from claim.hub
    and note_in_force.time_period is not distinct from claim.time_period
    and note_in_force.rule = finding.rule
    and note_in_force.field is not distinct from finding.field
    and note_in_force.row_key = finding.row_key;
