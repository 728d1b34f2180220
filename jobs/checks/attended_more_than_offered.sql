-- Participants who attended more sessions than they were offered.
-- found: Sessions attended is {sessions_attended}, and only {sessions_offered} were offered.
-- accepted: Correct one of the two.
-- action: The row was kept.
select
    claim,
    row_number,
    'sessions_attended' as field,
    sessions_attended::varchar as value,
    sessions_attended,
    sessions_offered
from engagement
semi join claim_in_force using (claim)
where sessions_attended > sessions_offered
order by claim, row_number;
