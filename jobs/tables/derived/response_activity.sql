-- One row per (claim, row_number, activity): an activity that a survey response in force is about. A cell may name several
-- ("MA22-01;MA22-02"): the response counts once in each of them, and once for the hub.
create or replace table response_activity as
with answered as (
    select
        survey_response.claim,
        survey_response.row_number,
        survey_response.hub,
        survey_response.time_period,
        survey_response.activity
    from survey_response
    semi join claim_in_force on claim_in_force.claim = survey_response.claim
    where survey_response.activity is not null
),
split as (
    select *, 'whole' as way, activity as part from answered
    union all
    select *, 'list' as way, unnest(regexp_split_to_array(activity, '[;|\n]')) as part from answered
    union all
    -- A title may contain a comma, so a comma separates codes only if each of them is known.
    select *, 'any' as way, unnest(regexp_split_to_array(activity, '[;|\n,/&+]')) as part from answered
),
part as (
    select
        split.claim,
        split.row_number,
        split.way,
        trim(split.part) as written,
        known_activity.activity as known
    from split
    left join known_activity
        on known_activity.hub = split.hub
        and known_activity.time_period = split.time_period
        and known_activity.spelling = lower(trim(split.part))
    where trim(split.part) <> ''
),
way as (
    select
        claim,
        row_number,
        coalesce(
            min('whole') filter (where way = 'whole' and known is not null),
            case when bool_and(known is not null) filter (where way = 'any') then 'any' end,
            'list'
        ) as way
    from part
    group by claim, row_number
)
select distinct
    part.claim,
    part.row_number,
    coalesce(part.known, part.written) as activity
from part
semi join way using (claim, row_number, way);
