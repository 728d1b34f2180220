-- Activities with survey responses that the hub neither delivered nor listed participants for: reported once.
-- found: Activity {activity} has {responses} responses here, and is in no other return of this year.
-- accepted: Correct the code[ (nearest: {nearest})], or add it there.
-- action: The responses were kept.
with known as (
    select hub, time_period, activity
    from delivered
    union
    select hub, time_period, activity
    from participation
)
select
    response_activity.claim,
    min(response_activity.row_number) as row_number,
    'activity' as field,
    min(survey_response.activity) as value,
    response_activity.activity,
    count(*) as responses,
    (
        select arg_min(listed.activity, (levenshtein(listed.activity, response_activity.activity), listed.activity))
        from known as listed
        where
            listed.hub = survey_response.hub
            and listed.time_period = survey_response.time_period
            and levenshtein(listed.activity, response_activity.activity) <= 2
    ) as nearest
from response_activity
join survey_response using (claim, row_number)
semi join known
    on known.hub = survey_response.hub
    and known.time_period = survey_response.time_period
anti join known as same
    on same.hub = survey_response.hub
    and same.time_period = survey_response.time_period
    and same.activity = response_activity.activity
group by response_activity.claim, survey_response.hub, survey_response.time_period, response_activity.activity
order by response_activity.claim, row_number;
