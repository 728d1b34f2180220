-- Participants whose status is enrolled only, but who attended.
-- found: Status is Enrolled, and sessions attended is {sessions_attended}.
-- accepted: Use Attending or Completed, or correct the sessions.
-- action: The row was kept.
select
    claim,
    row_number,
    'status' as field,
    status as value,
    sessions_attended
from engagement
semi join claim_in_force using (claim)
where status = 'Enrolled' and sessions_attended > 0
order by claim, row_number;
