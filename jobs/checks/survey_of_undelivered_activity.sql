-- Activities that respondents were asked about and that the hub neither delivered nor listed participants in: told once.
with known as (
    select hub, time_period, activity
    from delivered
    union
    select hub, time_period, activity
    from participation
)
select
    survey_response.claim,
    min(survey_response.row_number) as row_number,
    'activity' as field,
    survey_response.activity as found,
    format(
        'Activity {} has {} responses here, and is in no other return of this year; correct the code, or add it there; the responses were kept.',
        survey_response.activity,
        count(*)
    ) as message
from survey_response
semi join claim_in_force on claim_in_force.claim = survey_response.claim
semi join known
    on known.hub = survey_response.hub
    and known.time_period = survey_response.time_period
left join known_activity
    on known_activity.hub = survey_response.hub
    and known_activity.time_period = survey_response.time_period
    and known_activity.spelling = lower(trim(survey_response.activity))
anti join known as same
    on same.hub = survey_response.hub
    and same.time_period = survey_response.time_period
    and same.activity = coalesce(known_activity.activity, survey_response.activity)
where survey_response.activity is not null
group by survey_response.claim, survey_response.activity
order by survey_response.claim, row_number;
