-- One row per (network, hub, time_period, kind, level, interviewed_role): the sources of the evidence on leadership.
-- Total has those of the network and of all its hubs. The role of interviewees is given only for the network, where
-- 1 to 4 sources of a role are hidden (c).
create or replace table evidence_kind as
with used as (
    select distinct
        network,
        hub,
        time_period,
        source,
        coalesce(source_kind, 'Not listed') as kind,
        coalesce(source_level, 'Not stated') as level,
        '' as interviewed_role
    from mechanism_coded
    where hub <> 'Total'
    union
    select distinct
        network,
        'Total' as hub,
        time_period,
        source,
        coalesce(source_kind, 'Not listed') as kind,
        coalesce(source_level, 'Not stated') as level,
        coalesce(interviewed_role, '') as interviewed_role
    from mechanism_coded
),
counted as (
    select
        network,
        hub,
        time_period,
        kind,
        level,
        interviewed_role,
        count(*) as sources
    from used
    group by all
)
select
    network,
    hub,
    time_period,
    kind,
    level,
    interviewed_role,
    shown_people(sources, hub = 'Total' and interviewed_role <> '') as sources
from counted
order by
    network,
    hub,
    time_period,
    kind,
    level,
    interviewed_role;
