-- One row per (indicator, network, hub, time_period, education_phase, breakdown): a cell to be published, and what it
-- is based on.
create or replace table cell as
with needed as (
    select
        indicator,
        unnest(string_split(returns, ', ')) as return_name
    from definition
),
network_of_hubs as (
    select distinct network
    from network_year
),
-- A breakdown may name a return, or an indicator of returns, that is not due from the network.
not_given as (
    select
        network_of_hubs.network,
        named.breakdown
    from network_of_hubs
    cross join (
        select
            return_name as breakdown,
            return_name
        from network_return
        union
        select
            indicator as breakdown,
            return_name
        from needed
        where return_name not in ('none', 'any')
    ) as named
    anti join network_return
        on network_return.network = network_of_hubs.network
        and network_return.return_name = named.return_name
    group by all
),
phase as (
    select distinct education_phase
    from figure_phase
),
headed as (
    select
        indicator,
        unnest(string_split(breakdowns, ', ')) as breakdown
    from definition
),
-- Breakdowns from data are those measured anywhere in the network in that year, so that all its rows have them.
breakdown as (
    select
        headed.indicator,
        network_year.network,
        network_year.time_period,
        headed.breakdown
    from headed
    cross join network_year
    where headed.breakdown <> 'from data'
    union
    select
        measured.indicator,
        measured.network,
        measured.time_period,
        measured.breakdown
    from measured
    semi join headed
        on headed.indicator = measured.indicator
        and headed.breakdown = 'from data'
)
select
    standing.indicator,
    standing.network,
    standing.hub,
    standing.time_period,
    phase.education_phase,
    breakdown.breakdown,
    standing.counted_as,
    case
        when standing.indicator = 'target_gap_points' then coalesce(other_standing.is_given, false)
        else standing.is_given and coalesce(other_standing.is_given, true) and not_given.breakdown is null
    end as is_given,
    coalesce(other_standing.is_received, standing.is_received) as is_received,
    coalesce(other_standing.is_covered, standing.is_covered) as is_covered,
    case
        when definition.counts = 'hubs' and other_standing.indicator is not null
        then coalesce(other_standing.coverage_percent < 80, false)
        else coalesce(other_standing.is_low, standing.is_low)
    end
    or mixed_reference.indicator is not null as is_low,
    -- A hub with a gap is left out of a comparison of hubs; the comparison is complete without it.
    definition.counts <> 'hubs' and coalesce(other_standing.is_partial, standing.is_partial) as is_partial,
    coalesce(other_standing.hubs_contributing, standing.hubs_contributing) as hubs_contributing,
    coalesce(other_standing.hubs_open, standing.hubs_open) as hubs_open,
    coalesce(other_standing.coverage_percent, standing.coverage_percent) as coverage_percent
from figure_standing as standing
join definition using (indicator)
join breakdown using (indicator, network, time_period)
left join not_given using (network, breakdown)
join phase
    on phase.education_phase = 'Total'
    or list_contains(string_split(definition.levels, ' '), 'phase')
left join other_indicator
    on other_indicator.indicator = standing.indicator
    and other_indicator.network = standing.network
    and other_indicator.time_period = standing.time_period
    and other_indicator.education_phase = phase.education_phase
    and other_indicator.breakdown = breakdown.breakdown
left join figure_standing as other_standing
    on other_standing.indicator = other_indicator.other
    and other_standing.network = standing.network
    and other_standing.hub = standing.hub
    and other_standing.time_period = standing.time_period
left join mixed_reference
    on mixed_reference.indicator = standing.indicator
    and mixed_reference.network = standing.network
    and mixed_reference.hub = standing.hub
    and mixed_reference.time_period = standing.time_period
where list_contains(string_split(definition.levels, ' '), case standing.hub when 'Total' then 'network' else 'hub' end);
