-- Participants who are listed twice in one activity of one school, with the same role and other sessions or status.
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
    participant as found,
    format(
        'Participant {} is in row {} of {} too; keep one row; both were kept and count as two places.',
        participant,
        first_value(row_number) over person,
        activity
    ) as message
from engagement
semi join claim_in_force using (claim)
semi join repeated using (hub, time_period, activity, urn, participant)
window person as (
    partition by hub, time_period, activity, urn, participant, coalesce(role, '') order by claim, row_number
)
qualify row_number() over person > 1
order by claim, row_number;
