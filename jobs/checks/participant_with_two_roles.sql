-- Participants who are listed in one activity of one school under two roles.
with repeated as (
    select hub, time_period, activity, urn, participant
    from engagement
    semi join claim_in_force using (claim)
    group by all
    having count(*) > 1
)
select
    claim,
    row_number,
    'role' as field,
    role as found,
    format(
        'Participant {} is {} here, and {} in another row of {}; keep one row; both were kept and count as two places.',
        participant,
        role,
        first_value(role) over person,
        activity
    ) as message
from engagement
semi join claim_in_force using (claim)
semi join repeated using (hub, time_period, activity, urn, participant)
window person as (partition by hub, time_period, activity, urn, participant order by claim, row_number)
qualify role <> first_value(role) over person
order by claim, row_number;
