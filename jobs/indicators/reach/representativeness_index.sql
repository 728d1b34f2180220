-- title:        Representativeness
-- question:     Do the engaged schools resemble the eligible ones?
-- numerator:    none
-- denominator:  none
-- unit:         ratio
-- higher is:    better
-- outcome:      reach
-- also:         replicability
-- construct:    representativeness
-- notes:        1 less half the sum of the differences between the mix of engaged and of eligible schools, over
--               contexts: phase, third of free school meals, and urban or rural. 1 is the same mix; 0 is no context in
--               common. A school whose share of free school meals is not known is in a context of its own. n is the
--               number of engaged schools.
-- why:          Two hubs with the same reach can differ in which kinds of school they reach.
-- source:       Glasgow et al. (2019); engagement returns, school register
-- counts:       schools
-- interval:     none
-- levels:       hub network
-- breakdowns:   Total
-- returns:      engagement
-- years:        this
-- reviewed:     2026-11-29
-- version:      2

with context as (
    select
        network,
        hub,
        time_period,
        phase,
        fsm_third,
        is_rural,
        sum(eligible) as eligible,
        sum(engaged) as engaged
    from context_year
    group by all
),
unit as (
    select
        *,
        'Total' as education_phase,
        'Total' as breakdown,
        context_words(phase, fsm_third, is_rural, false) as part,
        engaged as n
    from context
),
weighed as (
    select
        *,
        sum(eligible) over figure as all_eligible,
        sum(engaged) over figure as all_engaged
    from unit
    window figure as (partition by network, hub, time_period)
)
select
    network,
    hub,
    time_period,
    'Total' as education_phase,
    'Total' as breakdown,
    sum(n) as n,
    1 - sum(abs(engaged * all_eligible - eligible * all_engaged)) / nullif(2.0::double * all_eligible * all_engaged, 0)
        as value,
    rounded_value(value, 2) as public_value,
    []::bigint[] as public_counts
from weighed
group by network, hub, time_period, all_eligible, all_engaged;
