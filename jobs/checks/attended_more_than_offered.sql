-- Participants who attended more sessions than they were offered.
select
    claim,
    row_number,
    'sessions_attended' as field,
    sessions_attended::varchar as found,
    format(
        'Sessions attended is {}, and only {} were offered; correct one of the two; the row was kept.',
        sessions_attended,
        sessions_offered
    ) as message
from engagement
semi join claim_in_force using (claim)
where sessions_attended > sessions_offered
order by claim, row_number;
