-- Participants who are listed twice in one activity of one school, with the same role and other sessions or status.
-- found: Participant {participant} is also in row {first_row} of {activity}.
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
    'participant' as field,
    participant as value,
    participant,
    first_value(row_number) over person as first_row,
    activity
from engagement
semi join claim_in_force using (claim)
semi join repeated using (hub, time_period, activity, urn, participant)
window person as (
    partition by hub, time_period, activity, urn, participant, coalesce(role, '') order by claim, row_number
)
qualify row_number() over person > 1
order by claim, row_number;
