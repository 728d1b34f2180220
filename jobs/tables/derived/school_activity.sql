-- One row per (network, hub, time_period, lineage, identity): an activity that a school attended in an academic year,
-- by the code under which it was first known if a catalogue in force has it, otherwise by its code. hub may be Total,
-- or a restated hub.
create or replace table school_activity as
with attended as (
    select distinct
        participation.hub as member,
        participation.time_period,
        participation.lineage,
        -- A code not in the catalogue is used without its year.
        coalesce(activity_identity.identity, yearless_code(participation.activity)) as identity
    from participation
    left join activity_identity using (activity, time_period)
    where
        participation.lineage is not null
        and participation.activity is not null
        and participation.rung >= 2
)
select distinct
    figure_hub.network,
    figure_hub.hub,
    attended.time_period,
    attended.lineage,
    attended.identity
from attended
join figure_hub using (member, time_period)
union all
select distinct
    restated_credit.network,
    restated_credit.hub,
    attended.time_period,
    attended.lineage,
    attended.identity
from attended
join restated_credit using (member, time_period, lineage);
