-- One row per (network, hub, time_period, school): a school that an evaluator's summary describes without naming it,
-- with what was read from the description, the number of schools that match it, and whether it could be identified.
create or replace table evidence_case as
select
    network,
    hub,
    time_period,
    school,
    case when starts_with(description, school) then description else school || ': ' || description end as description,
    details_read,
    case when identified_by is null and details_read is not null then schools_alike end as schools_alike,
    identified_by,
    risk,
    case
        when risk = 'Could be identified' and identified_by is not null
        then 'Warning: could be identified by ' || identified_by || '. Do not pass on.'
        when risk = 'Could be identified'
        then 'Warning: could be identified, ' || schools_alike
            || case when schools_alike = 1 then ' school matches.' else ' schools match.' end || ' Do not pass on.'
        else risk
    end as warning
from described_risk;
