-- One row per (claim, row_number): an activity that a hub delivered, with its details in the catalogue of
-- activities: its type (or else that of the delivery return), its phase, where it was designed, and which hub had it
-- first.
create or replace table offered as
with listed as (
    select
        activity.activity,
        activity.time_period,
        activity.type,
        activity.phase,
        activity.designed,
        activity.origin_hub
    from activity
    semi join claim_in_force using (claim)
    qualify
        row_number() over (
            partition by activity.activity, activity.time_period
            order by activity.claim desc, activity.row_number desc
        ) = 1
),
described as (
    select
        delivered.network,
        delivered.hub,
        delivered.time_period,
        delivered.claim,
        delivered.row_number,
        delivered.activity,
        delivered.identity,
        -- Different spellings of a type are one type.
        regexp_replace(
            regexp_replace(lower(trim(coalesce(listed.type, delivery.activity_type))), '^(?:wgs?|work[ -]?groups?)$', 'work group'),
            '^(programme|course)s$',
            '\1'
        ) as type,
        lower(trim(listed.phase)) as phase,
        listed.designed,
        case
            when listed.origin_hub is null then 'Not stated'
            when listed.origin_hub = delivered.hub then 'This hub'
            else 'Another hub'
        end as origin,
        delivery.groups,
        delivered.places_offered,
        delivered.places_filled
    from delivered
    join delivery using (claim, row_number)
    left join listed
        on listed.activity = delivered.activity
        and listed.time_period = delivered.time_period
)
select
    * replace (
        coalesce(upper(type[1]) || type[2:], 'Type not stated') as type,
        coalesce(upper(phase[1]) || phase[2:], 'Phase not stated') as phase
    )
from described;
