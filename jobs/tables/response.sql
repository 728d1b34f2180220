-- One row per survey response in force; a later export replaces the responses that it holds.
create or replace table response as
with given as (
    select
        survey_response.* exclude (activity),
        -- An activity goes by its code or its title; one that nobody lists stays as it was written.
        coalesce(known_activity.activity, survey_response.activity) as activity,
        claim.submission
    from survey_response
    join claim on claim.claim = survey_response.claim
    left join known_activity
        on known_activity.hub = survey_response.hub
        and known_activity.time_period = survey_response.time_period
        and known_activity.spelling = lower(trim(survey_response.activity))
    where claim.in_force
),
latest as (
    select *
    from given
    qualify
        case
            when response_id is not null then row_number() over (
                partition by hub, time_period, activity, response_id
                -- By submission, since a file that waited is read after one that came later.
                order by submission desc, claim desc, row_number desc
            ) = 1
            -- Some platforms give times and no ids: an export replaces what an earlier one has of the same second, and
            -- two people who answered in one second are two.
            when completed is not null then rank() over (
                partition by hub, time_period, activity, completed
                order by submission desc, claim desc
            ) = 1
            else true
        end
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
