-- One row per (network, hub, time_period, member, other_network, other_member): a hub and a hub of another network whose
-- areas overlap or which one organisation leads, for the network's own restricted report. Its hub is Total.
create or replace table joint_hub as
with shared as (
    select
        area_school.network,
        area_school.hub as member,
        area_school.time_period,
        other.network as other_network,
        other.hub as other_member,
        count(distinct area_school.lineage) as schools
    from area_school
    join area_school as other
        on other.network <> area_school.network
        and other.time_period = area_school.time_period
        and other.lineage = area_school.lineage
    semi join hub on hub.hub = area_school.hub
    join hub as other_hub on other_hub.hub = other.hub
    group by all
),
led as (
    select
        hub_leader.network,
        hub_leader.hub as member,
        hub_leader.time_period,
        other.network as other_network,
        other.hub as other_member,
        hub_leader.organisation
    from hub_leader
    join hub_leader as other
        on other.organisation_key = hub_leader.organisation_key
        and other.time_period = hub_leader.time_period
        and other.network <> hub_leader.network
),
pair as (
    select
        network,
        member,
        time_period,
        other_network,
        other_member,
        coalesce(shared.schools, 0) as schools,
        led.organisation
    from shared
    full join led using (network, member, time_period, other_network, other_member)
)
select
    pair.network,
    'Total' as hub,
    pair.time_period,
    pair.member,
    hub.hub_name,
    pair.other_network,
    pair.other_member,
    other_hub.hub_name as other_hub_name,
    pair.schools,
    pair.organisation
from pair
join hub on hub.hub = pair.member
join hub as other_hub on other_hub.hub = pair.other_member
order by
    pair.network,
    pair.time_period,
    hub.hub_name,
    pair.member,
    pair.other_network,
    other_hub.hub_name,
    pair.other_member;
