-- One row per (network, hub, time_period, lineage, member, participant): a participant of a school who attended in
-- an academic year. A reference is only unique within the hub that gave it (member), and a pseudonym only within the
-- school. hub may be Total, or a restated hub.
create or replace table school_participant as
select distinct
    figure_hub.network,
    figure_hub.hub,
    participation.time_period,
    participation.lineage,
    participation.hub as member,
    participant_at(participation.participant, participation.lineage) as participant
from participation
join figure_hub
    on figure_hub.member = participation.hub
    and figure_hub.time_period = participation.time_period
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
    participant_at(participation.participant, participation.lineage) as participant
from participation
join restated_credit
    on restated_credit.member = participation.hub
    and restated_credit.time_period = participation.time_period
    and restated_credit.lineage = participation.lineage
where
    participation.participant is not null
    and participation.rung >= 2;
