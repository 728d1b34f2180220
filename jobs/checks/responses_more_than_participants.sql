-- Activities with more responses to the survey than participants: told at the first response that is one too many.
with listed as (
    select hub, time_period, activity, count(*) as participants
    from participation
    group by all
),
answered as (
    select
        *,
        row_number() over activity_responses as place,
        count(*) over (partition by hub, time_period, activity) as responses
    from response
    where activity is not null
    window activity_responses as (partition by hub, time_period, activity order by claim, row_number)
)
select
    answered.claim,
    answered.row_number,
    'activity' as field,
    answered.activity as found,
    format(
        'Activity {} has {} responses, and {} participants are listed; correct the code, or add the participants; all responses were kept.',
        answered.activity,
        answered.responses,
        listed.participants
    ) as message
from answered
join listed using (hub, time_period, activity)
where answered.place = listed.participants + 1
order by answered.claim, answered.row_number;
