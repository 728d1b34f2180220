-- One row per network, hub (or Total), academic year and stage: the eligible schools Active at it, and the places.
-- A school at two stages counts at both, and once among the Schools.
create or replace table pathway_stage as
with stage as (
    select
        stage_order,
        stage,
        place_stage
    from (
        values
            (1, 'Developing', 'Developing'),
            (2, 'Embedding', 'Embedding'),
            (3, 'Sustaining', 'Sustaining'),
            (4, 'Schools', 'Developing'),
            (4, 'Schools', 'Embedding'),
            (4, 'Schools', 'Sustaining')
    ) as stages (stage_order, stage, place_stage)
),
active_place as (
    select
        figure_hub.network,
        figure_hub.hub,
        pathway_place.time_period,
        pathway_place.lineage,
        pathway_place.stage
    from pathway_place
    join figure_hub on figure_hub.member = pathway_place.hub
    where pathway_place.status = 'Active'
),
returned as (
    select distinct
        network,
        hub,
        time_period,
        stage_order,
        stage
    from return_received
    cross join stage
    where return_name = 'pathway'
),
counted as (
    select
        active_place.network,
        active_place.hub,
        active_place.time_period,
        stage.stage,
        count(distinct eligible_school.lineage) as schools,
        count(*) as places
    from active_place
    join stage on stage.place_stage = active_place.stage
    left join eligible_school using (network, hub, time_period, lineage)
    group by all
)
select
    returned.network,
    returned.hub,
    returned.time_period,
    returned.stage_order,
    returned.stage,
    coalesce(counted.schools, 0) as schools,
    coalesce(counted.places, 0) as places
from returned
left join counted using (network, hub, time_period, stage)
order by
    returned.network,
    returned.hub,
    returned.time_period,
    returned.stage_order;
