-- One row per (profile, indicator, network, hub, time_period, education_phase, breakdown): for each number of a
-- cell, the symbol that is printed instead, or null if the number is printed, by its own counts. In every profile,
-- fewer than 10 respondents, or respondents of fewer than 3 schools, and counts of 1 to 4 people are hidden (c),
-- except for a hub that reads its own (own), and a denominator under 10 gives no value (x). For the public, the
-- rounded counts decide, and a count that rounds to 0 is low, even if it is 0, unless the register itself has no
-- such school.
create or replace table withheld as
with judged as (
    select
        *,
        profile = 'public' as is_public,
        profile = 'public' and (has_eligible or counts not in ('schools', 'pupils')) as is_rounded,
        profile <> 'own' as hides_people,
        profile <> 'own' and is_hidden_count(counts, numerator, n, schools) as is_hidden
    from figure
),
counts_withheld as (
    select
        *,
        case
            when not is_given then 'z'
            when not is_received then 'x'
            when is_hidden then 'c'
            when is_rounded and n = 0 then 'low'
        end as n_symbol,
        case
            when not is_given or not has_counts then 'z'
            when not is_received then 'x'
            when is_hidden then 'c'
            when is_rounded and denominator = 0 then 'low'
        end as denominator_symbol,
        case
            when not is_given or not has_counts then 'z'
            when not is_received then 'x'
            when is_hidden then 'c'
            when hides_people and counts in ('people', 'people per school') and numerator between 1 and 4 then 'c'
            when is_rounded and numerator = 0 then 'low'
        end as numerator_symbol
    from judged
),
value_withheld as (
    select
        *,
        case
            when n_symbol <> 'low' then n_symbol
            when numerator_symbol = 'c' then 'c'
            when not is_covered then 'x'
            when has_counts and denominator < 10 then 'x'
            when is_public and not has_counts and counts = 'schools' and n < least_public_schools(unit, interval) then 'x'
            when n_symbol = 'low' then 'x'
            when value is null then 'x'
            when numerator_symbol = 'low' then 'low'
            -- Not zero, but would be printed as zero with so few decimals.
            when value <> 0 and abs(value) < case when is_public then 0.5 * pow(10, -public_decimals(unit)) else 0.0000005 end
            then 'low'
        end as value_symbol
    from counts_withheld
),
-- A figure that is derived from another reveals it, and is withheld with it.
with_other as (
    select
        own.* exclude (n_symbol, value_symbol),
        coalesce(own.n_symbol, other.n_symbol) as n_symbol,
        case
            when own.n_symbol is not null then own.value_symbol
            -- A gap to a target is not printed as 0 if the share is low: it would reveal as much as the share.
            when other.value_symbol = 'low' then own.value_symbol
            else coalesce(other.value_symbol, own.value_symbol)
        end as value_symbol,
        coalesce(other.counts, own.counts) as counts_of
    from value_withheld as own
    left join figure_on_figure using (profile, indicator, network, hub, time_period, education_phase, breakdown)
    left join value_withheld as other
        on other.profile = own.profile
        and other.indicator = figure_on_figure.other_indicator
        and other.breakdown = figure_on_figure.other_breakdown
        and other.network = own.network
        and other.hub = own.hub
        and other.time_period = own.time_period
        and other.education_phase = own.education_phase
        and own.n > 0
)
select
    profile,
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
        when is_low then 'u'
    end as symbol
from with_other;
