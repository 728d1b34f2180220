-- One row per (network, hub, time_period, kind, places): the eligible schools of a hub (or Total) that hold this
-- many places. Pathway counts the stages at which a school is Active, Activities those that it attended. Schools are
-- their sum; memberships exceed them if schools hold more than one place.
create or replace table overlap as
with membership as (
    select distinct
        figure_hub.network,
        figure_hub.hub,
        pathway_place.time_period,
        'Pathway' as kind,
        pathway_place.lineage,
        pathway_place.stage as place
    from pathway_place
    join figure_hub
        on figure_hub.member = pathway_place.hub
        and figure_hub.time_period = pathway_place.time_period
    where pathway_place.status = 'Active'
    union all
    select
        network,
        hub,
        time_period,
        'Activities' as kind,
        lineage,
        identity as place
    from school_activity
),
held as (
    select
        network,
        hub,
        time_period,
        kind,
        lineage,
        count(*) as places
    from membership
    semi join eligible_school using (network, hub, time_period, lineage)
    group by all
)
select
    held.network,
    standing.hub,
    held.time_period,
    held.kind,
    held.places,
    count(*) as schools,
    sum(held.places)::bigint as memberships
from held
join figure_standing as standing
    on standing.indicator = case held.kind when 'Pathway' then 'pathway_schools_percent' else 'schools_engaged_percent' end
    and standing.network = held.network
    and standing.counted_as = held.hub
    and standing.time_period = held.time_period
    and standing.is_covered
group by held.network, standing.hub, held.time_period, held.kind, held.places
order by
    held.network,
    standing.hub,
    held.time_period,
    held.kind,
    held.places;
