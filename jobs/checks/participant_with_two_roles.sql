-- Participants who are listed with two roles in one activity of one school.
-- found: Participant {participant} is {role} here, and {first_role} in another row of {activity}.
-- accepted: Keep one row.
-- action: Both were kept and count as two places.
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
    role as value,
    participant,
    role,
    first_value(role) over person as first_role,
    activity
from engagement
semi join claim_in_force using (claim)
semi join repeated using (hub, time_period, activity, urn, participant)
window person as (partition by hub, time_period, activity, urn, participant order by claim, row_number)
qualify role <> first_value(role) over person
order by claim, row_number;
