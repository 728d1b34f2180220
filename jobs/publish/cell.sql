-- One row per indicator, network, hub (or Total), academic year, phase and breakdown: every cell to be published.
create or replace table cell as
with figure_year as (
    select
        network,
        'Total' as hub,
        time_period,
        previous_period
    from network_year
    union all
    select
        network,
        hub,
        time_period,
        previous_period
    from hub_year
),
needed as (
    select
        indicator,
        years,
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
received as (
    select
        network,
        hub,
        time_period,
        return_name
    from return_received
    union
    select
        network,
        hub,
        time_period,
        'any' as return_name
    from return_received
),
-- An indicator of no return stands on reference lists alone.
standing as (
    select
        needed.indicator,
        figure_year.network,
        figure_year.hub,
        figure_year.time_period,
        bool_and(needed.return_name in ('none', 'any') or network_return.return_name is not null) as is_given,
        bool_and(
            needed.return_name = 'none'
            or received.return_name is not null
                and (needed.years = 'this' or received_before.return_name is not null)
        ) as is_received
    from figure_year
    cross join needed
    left join network_return
        on network_return.network = figure_year.network
        and network_return.return_name = needed.return_name
    left join received
        on received.network = figure_year.network
        and received.hub = figure_year.hub
        and received.return_name = needed.return_name
        and received.time_period = figure_year.time_period
    left join received as received_before
        on received_before.network = figure_year.network
        and received_before.hub = figure_year.hub
        and received_before.return_name = needed.return_name
        and received_before.time_period = figure_year.previous_period
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
        figure_year.network,
        figure_year.time_period,
        headed.breakdown
    from headed
    cross join figure_year
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
from standing
join definition using (indicator)
join breakdown using (indicator, network, time_period)
left join not_given using (network, breakdown)
join phase
    on phase.education_phase = 'Total'
    or list_contains(string_split(definition.levels, ' '), 'phase')
where list_contains(string_split(definition.levels, ' '), case standing.hub when 'Total' then 'network' else 'hub' end);
