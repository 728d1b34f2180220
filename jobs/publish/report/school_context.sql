-- One row per (network, hub, time_period, topic, item): a group of eligible schools of a hub (or Total): their
-- number, and how many of them were engaged, null if engagement is not known. A share and its limits from 10
-- eligible on. A network's schools are those of its contributing hubs.
create or replace table school_context as
with described as (
    select
        school_year.network,
        standing.hub,
        school_year.time_period,
        standing.is_covered and not coalesce(standing.is_partial, false) as is_known,
        phase,
        case fsm_fifth when 1 then 'Lowest fifth' when 5 then 'Highest fifth' else 'Fifth ' || fsm_fifth end as fifth,
        coalesce(fsm_fifth, 9) as fifth_order,
        case when is_rural then 'Rural' when not is_rural then 'Urban' end as place,
        case when phase = 'Secondary' then case when is_selective then 'Selective' else 'Not selective' end end
            as selection,
        rung >= 2 as is_engaged
    from school_year
    join figure_standing as standing
        on standing.indicator = 'schools_engaged_percent'
        and standing.network = school_year.network
        and standing.counted_as = school_year.hub
        and standing.time_period = school_year.time_period
),
grouped as (
    select
        *,
        1 as topic_order,
        'Phase' as topic,
        case phase when 'Primary' then 1 when 'Secondary' then 2 when 'Post-16' then 3 else 4 end as item_order,
        phase as item
    from described
    union all
    select
        *,
        2 as topic_order,
        'Pupils eligible for free school meals' as topic,
        fifth_order as item_order,
        coalesce(fifth, 'Not known') as item
    from described
    union all
    select
        *,
        3 as topic_order,
        'Urban or rural' as topic,
        case place when 'Urban' then 1 when 'Rural' then 2 else 3 end as item_order,
        coalesce(place, 'Not known') as item
    from described
    union all
    select
        *,
        4 as topic_order,
        'Admission to secondary schools' as topic,
        case selection when 'Selective' then 1 else 2 end as item_order,
        selection as item
    from described
    where selection is not null
),
counted as (
    select
        network,
        hub,
        time_period,
        topic_order,
        topic,
        item_order,
        item,
        count(*) as eligible,
        case when bool_and(is_known) then count(*) filter (where is_engaged) end as engaged
    from grouped
    group by all
)
select
    *,
    case when eligible >= 10 then 100 * engaged / eligible::double end as value,
    case when eligible >= 10 then 100 * wilson_lower(engaged, eligible) end as value_lower_ci,
    case when eligible >= 10 then 100 * wilson_upper(engaged, eligible) end as value_upper_ci
from counted
order by
    network,
    hub,
    time_period,
    topic_order,
    item_order;
