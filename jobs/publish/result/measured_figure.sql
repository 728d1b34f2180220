-- One row per (profile, indicator, network, hub, time_period, education_phase, breakdown): a row of profile_measured
-- with its value and limits, from which figures and their changes are computed. Not for publication.
create or replace table measured_figure as
with counted as (
    select
        measured.profile,
        measured.indicator,
        measured.network,
        measured.hub,
        measured.time_period,
        measured.education_phase,
        measured.breakdown,
        definition.unit,
        definition.counts,
        definition.interval,
        -- An indicator that computes its own value has no counts, such as a mean over the breakdowns.
        definition.denominator <> 'none' and measured.denominator is not null and measured.value is null as has_counts,
        measured.numerator,
        measured.denominator,
        coalesce(measured.n, measured.denominator, 0) as n,
        coalesce(measured.schools, 0) as schools,
        coalesce(measured.deff, 1) as deff,
        measured.value,
        measured.value_lower_ci,
        measured.value_upper_ci,
        measured.groups,
        measured.in_both,
        measured.in_this_only,
        measured.in_last_only,
        measured.in_neither
    from profile_measured as measured
    join definition using (indicator)
)
select
    * replace (
        case
            when not has_counts then value
            when unit in ('percent', 'per 100') then 100 * numerator / nullif(denominator, 0)
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
    )
from counted;
