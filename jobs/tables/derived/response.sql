-- One row per (claim, row_number): a survey response in force.
create or replace table response as
with only_activity as (
    select
        claim,
        row_number,
        any_value(activity) as activity
    from response_activity
    group by claim, row_number
    having count(*) = 1
),
given as (
    select
        survey_response.* exclude (activity),
        -- An activity is given by its code or its title; one that nobody lists, or a list of several, is kept as
        -- written.
        coalesce(only_activity.activity, survey_response.activity) as activity
    from survey_response
    semi join claim_in_force on claim_in_force.claim = survey_response.claim
    left join only_activity
        on only_activity.claim = survey_response.claim
        and only_activity.row_number = survey_response.row_number
)
select
    hub_year.network,
    hub_year.hub,
    hub_year.time_period,
    given.claim,
    given.row_number,
    given.activity,
    lineage.lineage,
    -- A response that names no school is a separate cluster.
    coalesce('school ' || lineage.lineage, 'response ' || given.claim || '.' || given.row_number) as cluster,
    given.overall,
    given.aim1,
    given.aim2,
    given.aim3,
    given.aim4,
    given.iam1,
    given.iam2,
    given.iam3,
    given.iam4,
    given.fim1,
    given.fim2,
    given.fim3,
    given.fim4,
    given.trust,
    given.recommend
from given
join hub_year using (hub, time_period)
left join lineage on lineage.urn = given.urn;
