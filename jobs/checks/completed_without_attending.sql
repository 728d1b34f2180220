-- Participants who completed an activity but attended no session.
-- found: Status is Completed, and sessions attended is 0.
-- accepted: Correct one of the two.
-- action: The row was kept and counts as completed.
select
    claim,
    row_number,
    'status' as field,
    status as value
from engagement
semi join claim_in_force using (claim)
where status = 'Completed' and sessions_attended = 0
order by claim, row_number;
