-- Participants who completed an activity of which they attended nothing.
select
    claim,
    row_number,
    'status' as field,
    status as found,
    'Status is Completed, and sessions attended is 0; correct one of the two; the row was kept and counts as completed.' as message
from engagement
semi join claim_in_force using (claim)
where status = 'Completed' and sessions_attended = 0
order by claim, row_number;
