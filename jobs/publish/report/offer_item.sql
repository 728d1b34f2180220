-- One row per (network, hub, time_period, topic, item): the activities of a type (work group, programme, community,
-- course) or for a phase that a hub (or Total) delivered: how many, where they were designed, their groups and
-- places, the participants and those who completed. The participants are null unless each hub that delivered them
-- has sent its engagement return: otherwise they would be too few for the places of all. In rows of the network, 1
-- to 4 people are hidden (c).
create or replace table offer_item as
with person as (
    select
        hub,
        time_period,
        activity,
        count(*) as participants,
        count(*) filter (where rung = 3) as completed
    from participation
    group by all
),
-- An activity may be in several rows of a return; its participants count once.
activity_offered as (
    select
        network,
        hub as member,
        time_period,
        activity,
        identity,
        max(type) as type,
        max(phase) as phase,
        max(designed) as designed,
        max(origin) as origin,
        sum(groups) as groups,
        sum(places_offered) as places_offered,
        sum(places_filled) as places_filled
    from offered
    where activity is not null
    group by all
),
counted as (
    select
        figure_hub.network,
        figure_hub.hub,
        activity_offered.time_period,
        by_topic.topic,
        by_topic.item,
        count(distinct activity_offered.identity) as activities,
        count(distinct activity_offered.identity) filter (where activity_offered.designed = 'National') as national,
        count(distinct activity_offered.identity) filter (where activity_offered.designed = 'Local') as local,
        count(distinct activity_offered.identity) filter (where activity_offered.origin = 'Another hub') as from_another_hub,
        sum(activity_offered.groups)::bigint as groups,
        sum(activity_offered.places_offered)::bigint as places_offered,
        sum(activity_offered.places_filled)::bigint as places_filled,
        case when bool_and(received.hub is not null) then coalesce(sum(person.participants), 0) end::bigint as participants,
        case when bool_and(received.hub is not null) then coalesce(sum(person.completed), 0) end::bigint as completed
    from activity_offered
    cross join lateral (values ('Type', activity_offered.type), ('Phase', activity_offered.phase)) as by_topic (topic, item)
    join figure_hub
        on figure_hub.member = activity_offered.member
        and figure_hub.time_period = activity_offered.time_period
        and figure_hub.hub in (activity_offered.member, 'Total')
    left join return_received as received
        on received.hub = activity_offered.member
        and received.time_period = activity_offered.time_period
        and received.return_name = 'engagement'
    left join person
        on person.hub = activity_offered.member
        and person.time_period = activity_offered.time_period
        and person.activity = activity_offered.activity
    group by all
)
select
    * replace (
        shown_people(places_filled, hub = 'Total') as places_filled,
        shown_people(participants, hub = 'Total') as participants,
        shown_people(completed, hub = 'Total') as completed
    )
from counted
order by
    network,
    hub,
    time_period,
    topic,
    item;
