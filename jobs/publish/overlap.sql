-- One row per network, hub (or Total), academic year, kind of membership and number of places: the eligible schools that
-- hold so many. Pathway counts the stages at which a school is Active, Activities those that it attended. Schools are
-- their sum; memberships are more by as much as schools hold more than one.
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
    join figure_hub on figure_hub.member = pathway_place.hub
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
    semi join figure_hub using (network, hub)
    semi join eligible_school using (network, hub, time_period, lineage)
    group by all
)
select
    network,
    hub,
    time_period,
    kind,
    places,
    count(*) as schools,
    sum(places)::bigint as memberships
from held
group by network, hub, time_period, kind, places
order by
    network,
    hub,
    time_period,
    kind,
    places;
