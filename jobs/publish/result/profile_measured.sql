-- One row per (profile, indicator, network, hub, time_period, education_phase, breakdown): a row of measured as a
-- profile uses it. In the public profile every count is rounded here, once, and everything else (values, limits,
-- changes, comparisons) is computed from the rounded counts. If an indicator computes its own value, its query also
-- gives the public one.
create or replace table profile_measured as
select
    'restricted' as profile,
    indicator,
    network,
    hub,
    time_period,
    education_phase,
    breakdown,
    numerator,
    denominator,
    n,
    value,
    value_lower_ci,
    value_upper_ci,
    deff,
    schools,
    groups,
    in_both,
    in_this_only,
    in_last_only,
    in_neither
from measured
union all
select
    'public' as profile,
    measured.indicator,
    measured.network,
    measured.hub,
    measured.time_period,
    measured.education_phase,
    measured.breakdown,
    rounded.numerator,
    rounded.denominator,
    rounded_as(definition.counts, measured.n) as n,
    measured.public_value as value,
    measured.public_lower_ci as value_lower_ci,
    measured.public_upper_ci as value_upper_ci,
    -- A share of 0 or 1 has no design effect; for any other, one decimal reveals nothing about its clusters.
    case
        when rounded.numerator > 0 and rounded.numerator < rounded.denominator then greatest(1, round(measured.deff, 1))
        else 1
    end as deff,
    rounded_count(measured.schools) as schools,
    rounded_count(measured.groups) as groups,
    rounded_count(measured.in_both) as in_both,
    rounded_count(measured.in_both + measured.in_this_only) - rounded_count(measured.in_both) as in_this_only,
    rounded_count(measured.in_both + measured.in_last_only) - rounded_count(measured.in_both) as in_last_only,
    -- If rounded separately, the four may add up to more than their total.
    greatest(
        0,
        rounded_count(measured.in_both + measured.in_this_only + measured.in_last_only + measured.in_neither)
            - rounded_count(measured.in_both + measured.in_this_only)
            - rounded_count(measured.in_both + measured.in_last_only)
            + rounded_count(measured.in_both)
    ) as in_neither
from measured
join definition using (indicator)
cross join lateral (
    select
        rounded_as(definition.counts, measured.numerator) as numerator,
        rounded_as(definition.counts, measured.denominator) as denominator
) as rounded;
