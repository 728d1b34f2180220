-- Activities that delivered more core components than were due.
-- found: Core components delivered is {core_delivered}, and only {core_due} were due.
-- accepted: Correct one of the two.
-- action: The row was kept.
select
    claim,
    row_number,
    'core_delivered' as field,
    core_delivered::varchar as value,
    core_delivered,
    core_due
from delivery
semi join claim_in_force using (claim)
where core_delivered > core_due
order by claim, row_number;
