-- One row per (network, hub, time_period, combination, indicator): a formal and an informal way of leading that are
-- said to support each other, what was coded for each, and a related figure. Showing them together does not imply a
-- cause. In Total, the number of hubs in which each was coded.
create or replace table leadership_combination as
with combination as (
    select
        combination_order,
        combination,
        unnest(formal) as code,
        'Formal' as mode
    from (
        values
            (1, 'Managing the network and choosing whom to connect', ['A13', 'N01']),
            (2, 'Designing a varied offer', ['A07', 'A08']),
            (3, 'Developing leads and giving them ways to progress', ['A01', 'A03'])
    ) as formal_sides (combination_order, combination, formal)
    union all
    select
        combination_order,
        combination,
        unnest(informal) as code,
        'Informal' as mode
    from (
        values
            (1, 'Managing the network and choosing whom to connect', ['A18', 'N06']),
            (2, 'Designing a varied offer', ['A10']),
            (3, 'Developing leads and giving them ways to progress', ['A04'])
    ) as informal_sides (combination_order, combination, informal)
),
beside as (
    select
        combination_order,
        unnest(indicators) as indicator,
        generate_subscripts(indicators, 1) as indicator_order
    from (
        values
            (1, ['schools_engaged_percent', 'respondents_satisfied_percent', 'respondents_trusting_percent']),
            (2, ['schools_reengaged_percent', 'places_filled_percent']),
            (3, ['leads_retained_percent', 'leads_moved_percent', 'leads_per_100_schools'])
    ) as figures (combination_order, indicators)
),
side as (
    select
        coded.network,
        coded.hub,
        coded.time_period,
        combination.combination_order,
        combination.combination,
        combination.mode,
        max(mechanism_coded.strength_rank) as strength_rank,
        count(distinct mechanism_coded.source) as sources
    from (
        select distinct
            network,
            hub,
            time_period
        from mechanism_coded
        where hub <> 'Total'
    ) as coded
    cross join combination
    left join mechanism_coded using (network, hub, time_period, code)
    group by all
),
pair as (
    select
        network,
        hub,
        time_period,
        combination_order,
        combination,
        max(strength_rank) filter (where mode = 'Formal') as formal_rank,
        max(strength_rank) filter (where mode = 'Informal') as informal_rank,
        max(sources) filter (where mode = 'Formal') as formal_sources,
        max(sources) filter (where mode = 'Informal') as informal_sources
    from side
    group by all
),
worded as (
    select
        network,
        hub,
        time_period,
        combination_order,
        combination,
        case
            when formal_rank is null then 'No evidence'
            else evidence_word(formal_rank) || ', ' || formal_sources
                || case formal_sources when 1 then ' source' else ' sources' end
        end as formal,
        case
            when informal_rank is null then 'No evidence'
            else evidence_word(informal_rank) || ', ' || informal_sources
                || case informal_sources when 1 then ' source' else ' sources' end
        end as informal
    from pair
    union all
    select
        network,
        'Total' as hub,
        time_period,
        combination_order,
        combination,
        count(formal_rank) || ' of ' || count(*) || ' hubs' as formal,
        count(informal_rank) || ' of ' || count(*) || ' hubs' as informal
    from pair
    group by all
)
select
    worded.network,
    worded.hub,
    worded.time_period,
    worded.combination_order,
    worded.combination,
    worded.formal,
    worded.informal,
    beside.indicator_order,
    beside.indicator,
    result.value,
    result.n,
    case
        when result.numerator is not null and result.denominator is not null
        then result.numerator::bigint || ' of ' || result.denominator::bigint
        else 'not available'
    end as count,
    result.comparison
from worded
join beside using (combination_order)
left join result
    on result.network = worded.network
    and result.hub = worded.hub
    and result.time_period = worded.time_period
    and result.indicator = beside.indicator
    and result.education_phase = 'Total'
    and result.breakdown = 'Total'
order by
    worded.network,
    worded.hub,
    worded.time_period,
    worded.combination_order,
    beside.indicator_order;
