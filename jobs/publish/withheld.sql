-- One row per cell: for each of its numbers, the symbol that is printed in its place, or null where the number stands.
-- The restricted profile (a network and its hubs): school counts as they are; respondents under 10, or of fewer than
-- 3 schools, and people counts of 1 to 4 are hidden (c); on a denominator under 10 stands no value (x).
create or replace table withheld as
with judged as (
    select
        *,
        case
            when counts = 'respondents' then n > 0 and (n < 10 or schools < 3)
            when counts = 'people' then n between 1 and 4
            -- As many people as schools or more: of so few, the schools would tell nearly all.
            when counts = 'people per school' then numerator between 1 and 4
            else false
        end as is_hidden
    from figure
),
counts_withheld as (
    select
        *,
        case
            when not is_given then 'z'
            when not is_received then 'x'
            when is_hidden then 'c'
        end as n_symbol,
        case
            when not is_given or not has_counts then 'z'
            when not is_received then 'x'
            when is_hidden then 'c'
        end as denominator_symbol,
        case
            when not is_given or not has_counts then 'z'
            when not is_received then 'x'
            when is_hidden then 'c'
            when counts in ('people', 'people per school') and numerator between 1 and 4 then 'c'
        end as numerator_symbol
    from judged
),
value_withheld as (
    select
        *,
        case
            when n_symbol is not null then n_symbol
            when numerator_symbol = 'c' then 'c'
            when has_counts and denominator < 10 then 'x'
            when value is null then 'x'
            -- Not nought, but six decimals do not tell it from nought.
            when value <> 0 and abs(value) < 0.0000005 then 'low'
        end as value_symbol
    from counts_withheld
),
-- A figure that is worked out from another gives that away, and is withheld with it.
with_other as (
    select
        own.* exclude (n_symbol, value_symbol),
        coalesce(own.n_symbol, other.n_symbol) as n_symbol,
        case when own.n_symbol is null then coalesce(other.value_symbol, own.value_symbol) else own.n_symbol end
            as value_symbol,
        coalesce(other.counts, own.counts) as counts_of
    from value_withheld as own
    left join figure_on_figure using (indicator, network, hub, time_period, education_phase, breakdown)
    left join value_withheld as other
        on other.indicator = figure_on_figure.other_indicator
        and other.breakdown = figure_on_figure.other_breakdown
        and other.network = own.network
        and other.hub = own.hub
        and other.time_period = own.time_period
        and other.education_phase = own.education_phase
        and own.n > 0
)
select
    indicator,
    network,
    hub,
    time_period,
    education_phase,
    breakdown,
    numerator_symbol,
    denominator_symbol,
    n_symbol,
    value_symbol,
    case
        when not is_given or interval = 'none' then 'z'
        when value_symbol <> 'low' then value_symbol
        when value_lower_ci is null or value_upper_ci is null then 'x'
    end as limits_symbol,
    case
        when value_symbol is not null then value_symbol
        when counts_of = 'respondents' and n < 30 then 'u'
    end as symbol
from with_other;
