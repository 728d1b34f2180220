-- One row per indicator, network, hub (or Total), academic year, phase and breakdown: every cell to be published.
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
-- A breakdown may name a return, or an indicator of returns, that the network does not give.
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
-- Those that come from data are the ones measured anywhere in the network in that year, so that all its rows have them.
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
    standing.is_given and not_given.breakdown is null as is_given,
    standing.is_received
from figure_standing as standing
join definition using (indicator)
join breakdown using (indicator, network, time_period)
left join not_given using (network, breakdown)
join phase
    on phase.education_phase = 'Total'
    or list_contains(string_split(definition.levels, ' '), 'phase')
where list_contains(string_split(definition.levels, ' '), case standing.hub when 'Total' then 'network' else 'hub' end);
