-- title:        Diversity of contexts
-- question:     Are the engaged schools as diverse as the eligible ones?
-- numerator:    none
-- denominator:  none
-- unit:         ratio
-- higher is:    better
-- outcome:      replicability
-- also:         reach
-- construct:    context
-- notes:        The Shannon index of the engaged schools over contexts, divided by that of the eligible schools. 1 is
--               as diverse as the area. Contexts are phase, third of free school meals, urban or rural, and selection
--               of secondary schools. Not available where there is only one context. n is the number of engaged
--               schools.
-- why:          A model that has been used in only one kind of school may not work in others.
-- source:       Century and Cassata (2016); Shannon (1948); engagement returns, school register
-- counts:       schools
-- interval:     none
-- levels:       hub network
-- breakdowns:   Total
-- returns:      engagement
-- years:        this
-- reviewed:     2026-11-29
-- version:      2

with unit as (
    select
        *,
        'Total' as education_phase,
        'Total' as breakdown,
        context_words(phase, fsm_third, is_rural, is_selective) as part,
        engaged as n
    from context_year
),
weighed as (
    select
        *,
        sum(eligible) over figure as all_eligible,
        sum(engaged) over figure as all_engaged
    from unit
    window figure as (partition by network, hub, time_period)
),
mixed as (
    select
        network,
        hub,
        time_period,
        sum(n) as n,
        diversity(list(eligible / all_eligible::double)) as eligible_diversity,
        diversity(list(engaged / all_engaged::double) filter (where engaged > 0)) as engaged_diversity
    from weighed
    group by all
)
select
    network,
    hub,
    time_period,
    'Total' as education_phase,
    'Total' as breakdown,
    n,
    engaged_diversity / nullif(eligible_diversity, 0) as value,
    rounded_value(value, 2) as public_value,
    []::bigint[] as public_counts
from mixed;
