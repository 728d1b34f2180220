-- Activities with more survey responses than participants: reported at the first response too many.
-- found: Activity {activity} has more responses ({responses}) than participants who are listed ({participants}).
-- accepted: Correct the code, or add the participants.
-- action: All responses were kept.
with listed as (
    select hub, time_period, activity, count(*) as participants
    from participation
    group by all
),
answered as (
    select
        response.claim,
        response.row_number,
        response.hub,
        response.time_period,
        response_activity.activity,
        row_number() over activity_responses as place,
        count(*) over (
            partition by response.hub, response.time_period, response_activity.activity
        ) as responses
    from response
    join response_activity using (claim, row_number)
    window activity_responses as (
        partition by response.hub, response.time_period, response_activity.activity
        order by response.claim, response.row_number
    )
)
select
    answered.claim,
    answered.row_number,
    'activity' as field,
    answered.activity as value,
    answered.activity,
    answered.responses,
    listed.participants
from answered
join listed using (hub, time_period, activity)
where answered.place = listed.participants + 1
order by answered.claim, answered.row_number;
