-- One row per network, hub (or Total), academic year, lineage and activity that it attended: the activity as it was
-- first known, where a catalogue in force says so, else its code.
create or replace table school_activity as
select distinct
    figure_hub.network,
    figure_hub.hub,
    participation.time_period,
    participation.lineage,
    coalesce(activity_identity.identity, participation.activity) as identity
from participation
join figure_hub on figure_hub.member = participation.hub
left join activity_identity using (activity, time_period)
where
    participation.lineage is not null
    and participation.activity is not null
    and participation.rung >= 2;
