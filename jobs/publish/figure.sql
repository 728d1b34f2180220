-- One row per cell, with its numbers and limits as they are before anything is withheld: not for publication.
create or replace table figure as
with counted as (
    select
        cell.indicator,
        cell.network,
        cell.hub,
        cell.time_period,
        cell.education_phase,
        cell.breakdown,
        cell.is_given,
        cell.is_received,
        definition.outcome,
        definition.unit,
        definition.counts,
        definition.interval,
        definition.version,
        -- What gives its value itself has no counts, such as a mean over the breakdowns.
        definition.denominator <> 'none' and measured.value is null as has_counts,
        -- A return was received, so that nothing to count is 0; a cell without its return is withheld later.
        case when definition.numerator <> 'none' then coalesce(measured.numerator, 0) end as numerator,
        case when definition.denominator <> 'none' then coalesce(measured.denominator, 0) end as denominator,
        coalesce(measured.n, measured.denominator, 0) as n,
        coalesce(measured.schools, 0) as schools,
        coalesce(measured.deff, 1) as deff,
        measured.value,
        measured.value_lower_ci,
        measured.value_upper_ci
    from cell
    join definition using (indicator)
    left join measured
        on measured.indicator = cell.indicator
        and measured.network = cell.network
        and measured.hub = cell.hub
        and measured.time_period = cell.time_period
        and measured.education_phase = cell.education_phase
        and measured.breakdown = cell.breakdown
)
select
    indicator,
    network,
    hub,
    time_period,
    education_phase,
    breakdown,
    is_given,
    is_received,
    has_counts,
    outcome,
    counts,
    interval,
    version,
    numerator,
    denominator,
    n,
    schools,
    case
        when not has_counts then value
        when unit = 'percent' then 100 * numerator / nullif(denominator, 0)
        else numerator / nullif(denominator, 0)
    end as value,
    case
        when interval in ('wilson', 'wilson_deff') then 100 * wilson_lower(numerator / deff, denominator / deff)
        else value_lower_ci
    end as value_lower_ci,
    case
        when interval in ('wilson', 'wilson_deff') then 100 * wilson_upper(numerator / deff, denominator / deff)
        else value_upper_ci
    end as value_upper_ci
from counted;
