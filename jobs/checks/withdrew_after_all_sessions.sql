-- Participants who withdrew after they had attended every session.
select
    claim,
    row_number,
    'status' as field,
    status as found,
    format(
        'Status is Withdrew, and all {} sessions were attended; use Completed, or correct the sessions; the row was kept.',
        sessions_offered
    ) as message
from engagement
semi join claim_in_force using (claim)
where status = 'Withdrew' and sessions_offered > 0 and sessions_attended >= sessions_offered
order by claim, row_number;
