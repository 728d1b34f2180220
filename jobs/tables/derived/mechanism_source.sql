-- One row per (source): a source in the list of evidence sources in force. If it is listed twice, the last row
-- counts.
create or replace table mechanism_source as
select
    source,
    kind,
    level,
    interviewed_role,
    held,
    consent,
    consent in ('Given', 'Not needed') as has_consent
from evidence_source
semi join claim_in_force using (claim)
where source is not null
qualify row_number() over (partition by source order by claim desc, row_number desc) = 1;
