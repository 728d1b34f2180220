-- One row per (network, hub, time_period, stage): the eligible schools of a hub (or Total) that are Active at a stage,
-- and the places. A school at two stages counts at both, and once among the Schools.
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
    join figure_hub
        on figure_hub.member = pathway_place.hub
        and figure_hub.time_period = pathway_place.time_period
    where pathway_place.status = 'Active'
),
returned as (
    select distinct
        figure_standing.network,
        figure_standing.hub,
        figure_standing.counted_as,
        figure_standing.time_period,
        stage.stage_order,
        stage.stage
    from figure_standing
    cross join stage
    where
        figure_standing.indicator = 'pathway_schools_percent'
        and figure_standing.is_given
        and figure_standing.is_covered
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
left join counted
    on counted.network = returned.network
    and counted.hub = returned.counted_as
    and counted.time_period = returned.time_period
    and counted.stage = returned.stage
order by
    returned.network,
    returned.hub,
    returned.time_period,
    returned.stage_order;
