-- One row per network, hub (or Total), academic year and lineage that took part: the highest rung it reached.
create or replace table school_engagement as
select
    figure_hub.network,
    figure_hub.hub,
    participation.time_period,
    participation.lineage,
    max(participation.rung) as rung
from participation
join figure_hub on figure_hub.member = participation.hub
where participation.lineage is not null
group by all;
