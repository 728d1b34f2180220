-- One row per (network, hub, time_period, lineage): a school on the pathway in an academic year, and its stage. beyond
-- is true after the first stage. hub may be Total, or a restated hub.
create or replace table pathway_school as
with credited as (
    select
        figure_hub.network,
        figure_hub.hub,
        pathway_place.time_period,
        pathway_place.lineage,
        pathway_place.stage,
        pathway_place.status
    from pathway_place
    join figure_hub
        on figure_hub.member = pathway_place.hub
        and figure_hub.time_period = pathway_place.time_period
    where pathway_place.lineage is not null
    union all
    select
        restated_credit.network,
        restated_credit.hub,
        pathway_place.time_period,
        pathway_place.lineage,
        pathway_place.stage,
        pathway_place.status
    from pathway_place
    join restated_credit
        on restated_credit.member = pathway_place.hub
        and restated_credit.time_period = pathway_place.time_period
        and restated_credit.lineage = pathway_place.lineage
)
select
    network,
    hub,
    time_period,
    lineage,
    count(*) filter (where status = 'Active') > 0 as active,
    count(*) filter (where status = 'Active' and stage = 'Developing') > 0 as active_developing,
    count(*) filter (where status = 'Active' and stage in ('Embedding', 'Sustaining')) > 0 as active_beyond,
    count(*) filter (where stage in ('Embedding', 'Sustaining')) > 0 as beyond,
    count(*) filter (where status = 'Paused') > 0 as paused,
    -- A school with several places counts at its highest active stage.
    case max(
        case
            when status = 'Active' and stage = 'Sustaining' then 5
            when status = 'Active' and stage = 'Embedding' then 4
            when status = 'Active' and stage = 'Developing' then 3
            when status = 'Paused' then 2
            when status = 'Left' then 1
        end
    )
        when 5 then 'Sustaining'
        when 4 then 'Embedding'
        when 3 then 'Developing'
        when 2 then 'Paused'
        when 1 then 'Left'
    end as state
from credited
group by all;
