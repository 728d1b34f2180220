-- One row per (submission, sheet, claim, cell, row_number, rule, field): a finding as it is reported, with the return
-- that it is in, and the note by which its hub has explained it, if any.
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
    finding.value,
    finding_sentence(finding.found, finding.value, finding.words) as found,
    finding_sentence(finding.accepted, finding.value, finding.words) as accepted,
    finding_sentence(finding.action, finding.value, finding.words) as action,
    concat_ws(
        ' ',
        finding_sentence(finding.found, finding.value, finding.words),
        finding_sentence(finding.accepted, finding.value, finding.words),
        finding_sentence(finding.action, finding.value, finding.words)
    ) as message,
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
