-- One row per (network, hub, time_period, role): the participants of a hub (or Total) who attended, by role. A person
-- with two roles counts at both. In rows of the network, 1 to 4 people are hidden (c).
create or replace table participant_role as
with attended as (
    select
        hub as member,
        time_period,
        participant_group(role) as role,
        participant_at(participant, lineage) as participant,
        max(rung) as rung
    from participation
    where
        participant is not null
        and rung >= 2
    group by all
),
counted as (
    select
        figure_hub.network,
        figure_hub.hub,
        attended.time_period,
        case attended.role
            when 'Teachers' then 1
            when 'Leaders' then 2
            when 'Technicians' then 3
            when 'Teaching assistants' then 4
            when 'Other roles' then 5
            else 6
        end as role_order,
        attended.role,
        count(*) as participants,
        count(*) filter (where attended.rung = 3) as completed
    from attended
    join figure_hub
        on figure_hub.member = attended.member
        and figure_hub.time_period = attended.time_period
        and figure_hub.hub in (attended.member, 'Total')
    group by all
)
select
    * replace (
        shown_people(participants, hub = 'Total') as participants,
        shown_people(completed, hub = 'Total') as completed
    )
from counted
order by
    network,
    hub,
    time_period,
    role_order;
