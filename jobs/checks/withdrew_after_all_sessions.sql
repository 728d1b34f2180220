-- Participants who withdrew after attending every session.
-- found: Status is Withdrew, and every session was attended ({sessions_offered}).
-- accepted: Use Completed, or correct the sessions.
-- action: The row was kept.
select
    claim,
    row_number,
    'status' as field,
    status as value,
    sessions_offered
from engagement
semi join claim_in_force using (claim)
where status = 'Withdrew' and sessions_offered > 0 and sessions_attended >= sessions_offered
order by claim, row_number;
