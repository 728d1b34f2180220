-- One row per network, hub (or Total, or hub restated), academic year, lineage and participant of it who attended. A
-- reference to a participant means something only within the hub that gave it.
create or replace table school_participant as
select distinct
    figure_hub.network,
    figure_hub.hub,
    participation.time_period,
    participation.lineage,
    participation.hub as member,
    participation.participant
from participation
join figure_hub on figure_hub.member = participation.hub
where
    participation.lineage is not null
    and participation.participant is not null
    and participation.rung >= 2
union all
select distinct
    restated_credit.network,
    restated_credit.hub,
    participation.time_period,
    participation.lineage,
    participation.hub as member,
    participation.participant
from participation
join restated_credit
    on restated_credit.member = participation.hub
    and restated_credit.time_period = participation.time_period
    and restated_credit.lineage = participation.lineage
where
    participation.participant is not null
    and participation.rung >= 2;
