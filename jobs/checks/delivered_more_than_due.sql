-- Activities that delivered more core components than were due.
select
    claim,
    row_number,
    'core_delivered' as field,
    core_delivered::varchar as found,
    format(
        'Core components delivered is {}, and only {} were due; correct one of the two; the row was kept.',
        core_delivered,
        core_due
    ) as message
from delivery
semi join claim_in_force using (claim)
where core_delivered > core_due
order by claim, row_number;
