-- One row per (network, hub, time_period, level, mechanism_group): the evidence of how a hub is led, for a group of
-- mechanisms at a level: formal and informal, with the number of mechanisms coded, the strongest evidence and the
-- number of sources. A hub for which nothing was coded has no rows. Total is the national level, coded for the
-- network itself.
create or replace table leadership_grid as
with cell as (
    select
        level,
        level_order,
        mechanism_group,
        group_order,
        mode,
        count(*) as listed
    from mechanism_kind
    group by all
),
counted as (
    select
        network,
        hub,
        time_period,
        level,
        mechanism_group,
        mode,
        count(distinct code) as mechanisms,
        count(distinct source) as sources,
        max(strength_rank) as strength_rank
    from mechanism_coded
    group by all
),
told as (
    select
        coded.network,
        coded.hub,
        coded.time_period,
        cell.*,
        coalesce(counted.mechanisms, 0) as mechanisms,
        coalesce(counted.sources, 0) as sources,
        evidence_word(counted.strength_rank) as strength,
        -- The national level is shown for a hub only if the hub's own sources mention it.
        case when coded.hub = 'Total' then cell.level = 'National' else cell.level <> 'National' end
            or sum(coalesce(counted.mechanisms, 0)) over (
                partition by coded.network, coded.hub, coded.time_period, cell.level
            ) > 0 as is_shown
    from (
        select distinct
            network,
            hub,
            time_period
        from mechanism_coded
    ) as coded
    cross join cell
    left join counted using (network, hub, time_period, level, mechanism_group, mode)
),
worded as (
    select
        *,
        case
            when mechanisms = 0 then 'No evidence'
            else strength || ': ' || mechanisms || ' of ' || listed || ' mechanisms, ' || sources
                || case sources when 1 then ' source' else ' sources' end
        end as words
    from told
    where is_shown
)
select
    network,
    hub,
    time_period,
    level_order,
    level,
    group_order,
    mechanism_group,
    max(words) filter (where mode = 'Formal') as formal,
    max(words) filter (where mode = 'Informal') as informal,
    max(strength) filter (where mode = 'Formal') as formal_strength,
    max(strength) filter (where mode = 'Informal') as informal_strength,
    sum(mechanisms) filter (where mode = 'Formal') as formal_mechanisms,
    sum(mechanisms) filter (where mode = 'Informal') as informal_mechanisms,
    sum(sources) filter (where mode = 'Formal') as formal_sources,
    sum(sources) filter (where mode = 'Informal') as informal_sources
from worded
group by all
order by
    network,
    hub,
    time_period,
    level_order,
    group_order;
