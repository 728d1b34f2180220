-- One row per (network, hub, kind, mark): a text that identifies the hub, or a school of its own in any year, and
-- that no other hub's report may contain. Areas are included because a hub may print the names of its own areas,
-- even if another hub's school or area has the same name; so are the codes and numbers that it wrote itself, right
-- or wrong. An activity belongs to its whole network.
create or replace table hub_mark as
with own_lineage as (
    select hub, lineage
    from eligible_school
    where hub <> 'Total'
    union
    select hub, lineage
    from participation
    union
    select hub, lineage
    from pathway_school
    where hub <> 'Total'
    union
    select hub, lineage
    from response
),
own_school as (
    select distinct
        own_lineage.hub,
        school.urn,
        school.name
    from own_lineage
    join lineage using (lineage)
    join school using (urn)
),
own_area as (
    select distinct
        area_school.hub,
        school_register.la_name,
        school_register.district_name
    from area_school
    join school_register using (urn)
    semi join claim_in_force on claim_in_force.claim = school_register.claim
),
printed_word as (
    select
        claim,
        value as word
    from finding
    union all
    select
        claim,
        unnest(map_values(words)) as word
    from finding
),
written as (
    select
        claim.hub,
        unnest(regexp_extract_all(printed_word.word, '[0-9]{6}')) as mark
    from printed_word
    join claim using (claim)
    where claim.hub is not null
),
mark as (
    select hub, 'code' as kind, hub as mark
    from hub
    union
    select hub, 'name' as kind, hub_name as mark
    from hub
    union
    select hub, 'alias' as kind, trim(unnest(string_split(aliases, ';'))) as mark
    from hub
    union
    select hub, 'urn' as kind, urn::varchar as mark
    from own_school
    union
    select hub, 'school' as kind, name as mark
    from own_school
    union
    select hub, 'area' as kind, la_name as mark
    from own_area
    union
    select hub, 'area' as kind, district_name as mark
    from own_area
    union
    select hub, 'written' as kind, mark
    from written
)
select
    hub.network,
    mark.hub,
    mark.kind,
    mark.mark
from mark
join hub using (hub)
where mark.mark <> ''
union all
-- A network's own report names the hubs of other networks that share an area or an organisation with its own; the
-- reports of its hubs do not.
select distinct
    joint_hub.network,
    'Network report' as hub,
    'neighbour' as kind,
    mark.mark
from joint_hub
join mark on mark.hub = joint_hub.other_member and mark.kind in ('code', 'name', 'alias')
where mark.mark <> ''
union all
select distinct
    hub.network,
    'Total' as hub,
    'activity' as kind,
    activity.title as mark
from activity
semi join claim_in_force using (claim)
cross join hub
where activity.title <> ''
order by all;
