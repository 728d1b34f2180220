-- One row per network, hub (or Total, or hub restated), academic year, lineage and activity that it attended: the
-- activity as it was first known, where a catalogue in force says so, else its code.
create or replace table school_activity as
with attended as (
    select distinct
        participation.hub as member,
        participation.time_period,
        participation.lineage,
        -- A code that the catalogue does not know stands for itself, without the year that networks write into it
        -- (NCP22-01).
        coalesce(
            activity_identity.identity,
            regexp_replace(participation.activity, '^([A-Za-z]+)[0-9]{2}-', '\1-')
        ) as identity
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
join figure_hub using (member)
union all
select distinct
    restated_credit.network,
    restated_credit.hub,
    attended.time_period,
    attended.lineage,
    attended.identity
from attended
join restated_credit using (member, time_period, lineage);
