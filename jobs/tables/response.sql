-- One row per survey response in force; a later export replaces the responses that it holds.
create or replace table response as
with latest as (
    select survey_response.*
    from survey_response
    join claim on claim.claim = survey_response.claim
    where claim.in_force
    qualify
        survey_response.response_id is null
        or row_number() over (
            partition by
                survey_response.hub,
                survey_response.time_period,
                survey_response.activity,
                survey_response.response_id
            -- By submission, since a file that waited is read after one that came later.
            order by claim.submission desc, claim.claim desc, survey_response.row_number desc
        ) = 1
)
select
    hub_year.network,
    hub_year.hub,
    hub_year.time_period,
    latest.claim,
    latest.row_number,
    latest.activity,
    lineage.lineage,
    -- A response that names no school is a cluster of its own.
    coalesce('school ' || lineage.lineage, 'response ' || latest.claim || '.' || latest.row_number) as cluster,
    latest.overall,
    latest.aim1,
    latest.aim2,
    latest.aim3,
    latest.aim4,
    latest.iam1,
    latest.iam2,
    latest.iam3,
    latest.iam4,
    latest.fim1,
    latest.fim2,
    latest.fim3,
    latest.fim4,
    latest.trust,
    latest.recommend
from latest
join hub_year using (hub, time_period)
left join lineage on lineage.urn = latest.urn;
