-- title:        Consistency of hubs
-- question:     What range is expected for another hub of the network?
-- numerator:    none
-- denominator:  none
-- unit:         percent
-- higher is:    neither
-- outcome:      replicability
-- also:         sustainability
-- construct:    between-hub variation
-- notes:        For each share with an interval, the hubs' figures are pooled with random effects on the logit scale
--               (DerSimonian and Laird). The limits are the 95% prediction interval for a further hub. At least five
--               hubs are needed, with a denominator of 10 or more and no gap in their returns. A hub with none or all
--               of its cases gets half a case more on either side. Not available where all hubs are at 0 or all at 100.
--               n is the number of hubs. Design effects are not taken into account.
-- why:          The network's average does not show how much hubs differ. The interval shows where a typical hub can be
--               expected.
-- source:       DerSimonian and Laird (1986); Higgins et al. (2009); the returns of each indicator
-- counts:       hubs
-- interval:     prediction
-- levels:       network
-- breakdowns:   from data
-- returns:      none
-- years:        this
-- reviewed:     2026-11-29
-- version:      5

with compared as (
    select indicator
    from definition
    where
        interval in ('wilson', 'wilson_deff')
        and list_contains(string_split(levels, ' '), 'hub')
),
-- The hubs that are compared, each year and, for the change, those that contribute in two years in both of them.
counted_hub as (
    select
        needed_return.indicator,
        contributing_hub.network,
        'Total' as hub,
        contributing_hub.hub as member,
        contributing_hub.time_period
    from needed_return
    join contributing_hub using (need)
    where not contributing_hub.has_gap
    union
    select
        needed_return.indicator,
        hub_group.network,
        hub_group.hub,
        contributing_hub.hub as member,
        contributing_hub.time_period
    from needed_return
    join hub_group using (need)
    join academic_year on academic_year.time_period = hub_group.time_period
    join contributing_hub
        on contributing_hub.network = hub_group.network
        and contributing_hub.need = hub_group.need
        and contributing_hub.time_period in (academic_year.time_period, academic_year.previous_period)
        and list_contains(string_split(hub_group.members, ', '), contributing_hub.hub)
    where
        hub_group.basis = 'change'
        and hub_group.hub <> 'Total'
        and not contributing_hub.has_gap
),
hub_share as (
    select
        measured.network,
        counted_hub.hub,
        measured.time_period,
        'Total' as education_phase,
        measured.indicator as breakdown,
        measured.indicator,
        measured.hub as member,
        measured.numerator as cases,
        measured.denominator as of_cases
    from measured
    join compared using (indicator)
    join counted_hub
        on counted_hub.indicator = measured.indicator
        and counted_hub.network = measured.network
        and counted_hub.member = measured.hub
        and counted_hub.time_period = measured.time_period
    where
        measured.education_phase = 'Total'
        and measured.breakdown = 'Total'
),
unit as (
    select
        *,
        1 as n,
        logit_study(cases, of_cases) as study
    from hub_share
    where
        of_cases >= 10
        and cases between 0 and of_cases
),
-- The hubs as they are counted, and once more as everybody is told of them: by rounded counts, which
-- the limits too are tested on.
study as (
    select
        *,
        'as counted' as counting
    from unit
    union all by name
    select
        * exclude (cases, of_cases),
        rounded_count(cases) as cases,
        rounded_count(of_cases) as of_cases,
        1 as n,
        'rounded' as counting,
        logit_study(rounded_count(cases), rounded_count(of_cases)) as study
    from hub_share
    where
        rounded_count(of_cases) >= 10
        and rounded_count(cases) between 0 and rounded_count(of_cases)
),
hubs as (
    select
        network,
        hub,
        time_period,
        indicator,
        counting,
        sum(n) as n,
        sum(cases) as cases,
        sum(of_cases) as of_cases,
        list(study order by cases, of_cases) as studies
    from study
    group by all
),
centred as (
    select
        *,
        weighted_mean(studies, 0.0::double) as fixed_centre
    from hubs
    -- Where all hubs are at 0, or all at 100, there is nothing that could differ.
    where
        len(studies) >= 5
        and cases > 0
        and cases < of_cases
),
varied as (
    select
        *,
        tau_squared(studies, fixed_centre) as tau_squared
    from centred
),
pooled as (
    select
        network,
        hub,
        time_period,
        indicator,
        counting,
        weighted_mean(studies, tau_squared) as centre,
        prediction_half_width(studies, tau_squared) as half_width
    from varied
),
shown as (
    select
        network_year.network,
        'Total' as hub,
        network_year.time_period,
        compared.indicator
    from network_year
    cross join compared
    union
    select
        network,
        hub,
        time_period,
        indicator
    from hubs
)
select
    shown.network,
    shown.hub,
    shown.time_period,
    'Total' as education_phase,
    shown.indicator as breakdown,
    coalesce(hubs.n, 0) as n,
    100 * inverse_logit(pooled.centre) as value,
    100 * inverse_logit(pooled.centre - pooled.half_width) as value_lower_ci,
    100 * inverse_logit(pooled.centre + pooled.half_width) as value_upper_ci,
    100 * inverse_logit(rounded.centre) as public_value,
    100 * inverse_logit(rounded.centre - rounded.half_width) as public_lower_ci,
    100 * inverse_logit(rounded.centre + rounded.half_width) as public_upper_ci,
    []::bigint[] as public_counts
from shown
left join hubs
    on hubs.network = shown.network
    and hubs.hub = shown.hub
    and hubs.time_period = shown.time_period
    and hubs.indicator = shown.indicator
    and hubs.counting = 'as counted'
left join pooled
    on pooled.network = shown.network
    and pooled.hub = shown.hub
    and pooled.time_period = shown.time_period
    and pooled.indicator = shown.indicator
    and pooled.counting = 'as counted'
left join pooled as rounded
    on rounded.network = shown.network
    and rounded.hub = shown.hub
    and rounded.time_period = shown.time_period
    and rounded.indicator = shown.indicator
    and rounded.counting = 'rounded';
