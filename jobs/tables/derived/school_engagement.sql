-- One row per (network, hub, time_period, lineage): a school that took part in an academic year, and the highest step
-- that it reached. hub may be Total, or a restated hub.
create or replace table school_engagement as
with credited as (
    select
        figure_hub.network,
        figure_hub.hub,
        participation.time_period,
        participation.lineage,
        participation.rung
    from participation
    join figure_hub
        on figure_hub.member = participation.hub
        and figure_hub.time_period = participation.time_period
    where participation.lineage is not null
    union all
    select
        restated_credit.network,
        restated_credit.hub,
        participation.time_period,
        participation.lineage,
        participation.rung
    from participation
    join restated_credit
        on restated_credit.member = participation.hub
        and restated_credit.time_period = participation.time_period
        and restated_credit.lineage = participation.lineage
)
select
    network,
    hub,
    time_period,
    lineage,
    max(rung) as rung
from credited
group by all;
