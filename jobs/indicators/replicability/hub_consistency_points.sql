-- title:        Consistency of hubs
-- question:     Within what limits would another hub of the network be expected?
-- numerator:    none
-- denominator:  none
-- unit:         percent
-- higher is:    neither
-- outcome:      replicability
-- also:         sustainability
-- construct:    between-hub variation
-- notes:        For each share with an interval: the hubs' figures pooled by random effects on the logit scale
--               (DerSimonian and Laird), and the 95% prediction interval for a further hub. Only hubs with a
--               denominator of 10 or more, at least three of them; a hub with none or all of its cases gets
--               half a case more on either side. n is the number of hubs. Design effects are not taken into account.
-- why:          An average hides whether hubs are alike: the interval says how far the next one may be from it.
-- source:       DerSimonian and Laird (1986); Higgins et al. (2009); the returns of each indicator
-- counts:       hubs
-- interval:     prediction
-- levels:       network
-- breakdowns:   from data
-- returns:      none
-- years:        this
-- reviewed:     2026-11-25
-- version:      3

with compared as (
    select indicator
    from definition
    where
        interval in ('wilson', 'wilson_deff')
        and list_contains(string_split(levels, ' '), 'hub')
),
unit as (
    select
        measured.network,
        'Total' as hub,
        measured.time_period,
        'Total' as education_phase,
        measured.indicator as breakdown,
        measured.indicator,
        measured.hub as member,
        1 as n,
        logit_study(measured.numerator, measured.denominator) as study,
        measured.numerator as cases,
        measured.denominator as of_cases
    from measured
    join figure_standing using (indicator, network, hub, time_period)
    join compared using (indicator)
    where
        measured.hub <> 'Total'
        and figure_standing.is_received
        and measured.education_phase = 'Total'
        and measured.breakdown = 'Total'
        and measured.denominator >= 10
        and measured.numerator between 0 and measured.denominator
),
hubs as (
    select
        network,
        time_period,
        indicator,
        sum(n) as n,
        list(study order by cases, of_cases) as studies
    from unit
    group by all
),
centred as (
    select
        *,
        weighted_mean(studies, 0.0::double) as fixed_centre
    from hubs
    where len(studies) >= 3
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
        time_period,
        indicator,
        weighted_mean(studies, tau_squared) as centre,
        prediction_half_width(studies, tau_squared) as half_width
    from varied
)
select
    network_year.network,
    'Total' as hub,
    network_year.time_period,
    'Total' as education_phase,
    compared.indicator as breakdown,
    coalesce(hubs.n, 0) as n,
    100 * inverse_logit(pooled.centre) as value,
    100 * inverse_logit(pooled.centre - pooled.half_width) as value_lower_ci,
    100 * inverse_logit(pooled.centre + pooled.half_width) as value_upper_ci
from network_year
cross join compared
left join hubs using (network, time_period, indicator)
left join pooled using (network, time_period, indicator);
