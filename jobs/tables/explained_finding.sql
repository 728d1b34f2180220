-- One row per query of a claim in force that its hub has explained in a note.
create or replace view explained_finding as
select distinct
    finding.submission,
    finding.sheet,
    claim.claim,
    claim.return_name,
    claim.hub,
    claim.time_period,
    finding.rule,
    finding.field,
    finding.row_key,
    finding.row_number,
    finding.message,
    note_in_force.note
from finding
join claim on claim.claim = finding.claim and claim.in_force
join note_in_force
    on note_in_force.return_name = claim.return_name
    and note_in_force.hub is not distinct from claim.hub
    and note_in_force.time_period is not distinct from claim.time_period
    and note_in_force.rule = finding.rule
    and note_in_force.field is not distinct from finding.field
    and note_in_force.row_key = finding.row_key
where finding.severity = 'query';
