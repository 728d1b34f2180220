-- One row per (profile, indicator, network, hub, time_period, education_phase, breakdown): a cell of withheld. In
-- the public profile, what public_hidden hides is hidden too (c): a count, and the value computed from it.
create or replace table profile_withheld as
with hidden as (
    select
        indicator,
        network,
        hub,
        time_period,
        education_phase,
        breakdown,
        bool_or(part = 'numerator') as hides_numerator,
        bool_or(part = 'denominator') as hides_denominator,
        bool_or(part = 'n') as hides_n,
        -- If a value is missing because one of these is too small, that would reveal it.
        bool_or(part <> 'numerator') as hides_reason
    from public_hidden
    -- These are only in the limits of a change, and are hidden with it.
    where part is null or part not in ('both', 'this of both', 'last of both')
    group by all
),
-- A network's figure is identified by the group of hubs that it is based on.
placed as (
    select
        figure.indicator,
        figure.network,
        figure.hub,
        figure.time_period,
        figure.education_phase,
        figure.breakdown,
        hidden.hides_numerator,
        hidden.hides_denominator,
        hidden.hides_n,
        hidden.hides_reason
    from figure
    join hidden
        on hidden.indicator = figure.indicator
        and hidden.network = figure.network
        and hidden.hub = figure.counted_as
        and hidden.time_period = figure.time_period
        and hidden.education_phase = figure.education_phase
        and hidden.breakdown = figure.breakdown
    where figure.profile = 'public'
),
silent as (
    select *
    from placed
    union all
    -- What is derived from another figure is hidden with it.
    select
        figure_on_figure.indicator,
        placed.network,
        placed.hub,
        placed.time_period,
        placed.education_phase,
        figure_on_figure.breakdown,
        false as hides_numerator,
        false as hides_denominator,
        placed.hides_n,
        placed.hides_reason
    from figure_on_figure
    join placed
        on placed.indicator = figure_on_figure.other_indicator
        and placed.breakdown = figure_on_figure.other_breakdown
        and placed.network = figure_on_figure.network
        and placed.hub = figure_on_figure.hub
        and placed.time_period = figure_on_figure.time_period
        and placed.education_phase = figure_on_figure.education_phase
    where figure_on_figure.profile = 'public'
    union all
    -- The consistency of hubs is computed from the shares of all of them.
    select distinct
        other_indicator.indicator,
        placed.network,
        'Total' as hub,
        placed.time_period,
        placed.education_phase,
        other_indicator.breakdown,
        false as hides_numerator,
        false as hides_denominator,
        false as hides_n,
        false as hides_reason
    from placed
    join other_indicator
        on other_indicator.other = placed.indicator
        and other_indicator.network = placed.network
        and other_indicator.time_period = placed.time_period
        and other_indicator.education_phase = placed.education_phase
    semi join definition
        on definition.indicator = other_indicator.indicator
        and definition.counts = 'hubs'
    where
        placed.hub <> 'Total'
        and placed.breakdown = 'Total'
)
select
    withheld.profile,
    withheld.indicator,
    withheld.network,
    withheld.hub,
    withheld.time_period,
    withheld.education_phase,
    withheld.breakdown,
    case
        when silent.hides_numerator and coalesce(withheld.numerator_symbol, 'low') = 'low' then 'c'
        else withheld.numerator_symbol
    end as numerator_symbol,
    case
        when silent.hides_denominator and coalesce(withheld.denominator_symbol, 'low') = 'low' then 'c'
        else withheld.denominator_symbol
    end as denominator_symbol,
    case when silent.hides_n and coalesce(withheld.n_symbol, 'low') = 'low' then 'c' else withheld.n_symbol end as n_symbol,
    case
        when is_silent then 'c'
        else withheld.value_symbol
    end as value_symbol,
    case
        when is_silent and coalesce(withheld.limits_symbol, 'x') = 'x' then 'c'
        else withheld.limits_symbol
    end as limits_symbol,
    case
        when is_silent then 'c'
        else withheld.symbol
    end as symbol
from withheld
left join silent
    on withheld.profile = 'public'
    and silent.indicator = withheld.indicator
    and silent.network = withheld.network
    and silent.hub = withheld.hub
    and silent.time_period = withheld.time_period
    and silent.education_phase = withheld.education_phase
    and silent.breakdown = withheld.breakdown
cross join lateral (
    select
        silent.indicator is not null
        and (
            coalesce(withheld.value_symbol, 'low') = 'low'
            or silent.hides_reason and withheld.value_symbol = 'x'
        ) as is_silent
) as judged;
