-- Participants who are said to be no more than enrolled, and who attended.
select
    claim,
    row_number,
    'status' as field,
    status as found,
    format(
        'Status is Enrolled, and sessions attended is {}; use Attending or Completed, or correct the sessions; the row was kept.',
        sessions_attended
    ) as message
from engagement
semi join claim_in_force using (claim)
where status = 'Enrolled' and sessions_attended > 0
order by claim, row_number;
