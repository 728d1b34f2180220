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
standing as (
    select
        needed.indicator,
        figure_year.network,
        figure_year.hub,
        figure_year.time_period,
        bool_and(network_return.return_name is not null) as is_given,
        bool_and(
            received.return_name is not null
            and (needed.years = 'this' or received_before.return_name is not null)
        ) as is_received
    from figure_year
    cross join needed
    left join network_return
        on network_return.network = figure_year.network
        and network_return.return_name = needed.return_name
    left join return_received as received
        on received.network = figure_year.network
        and received.hub = figure_year.hub
        and received.return_name = needed.return_name
        and received.time_period = figure_year.time_period
    left join return_received as received_before
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
breakdown as (
    select
        indicator,
        unnest(string_split(breakdowns, ', ')) as breakdown
    from definition
)
select
    standing.indicator,
    standing.network,
    standing.hub,
    standing.time_period,
    phase.education_phase,
    breakdown.breakdown,
    standing.is_given,
    standing.is_received
from standing
join definition using (indicator)
join breakdown using (indicator)
join phase
    on phase.education_phase = 'Total'
    or list_contains(string_split(definition.levels, ' '), 'phase')
where list_contains(string_split(definition.levels, ' '), case standing.hub when 'Total' then 'network' else 'hub' end);
