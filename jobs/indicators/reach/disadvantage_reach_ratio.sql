-- title:        Reach to disadvantage
-- question:     Are schools with many pupils on free school meals reached as often as those with few?
-- numerator:    none
-- denominator:  none
-- unit:         ratio
-- higher is:    neither
-- outcome:      reach
-- also:         none
-- construct:    representativeness
-- notes:        Reach in the highest fifth of the share of pupils on free school meals, over reach in the lowest; 1 is
--               parity. Fifths are of the network's eligible schools, within their phase. Without an engaged school in
--               the lowest fifth there is no ratio, and without one in either no limits. n is the schools in the two
--               fifths.
-- why:          An offer that reaches the comfortable first widens the gap that it was meant to close.
-- source:       Glasgow et al. (2019); engagement returns, school register
-- counts:       schools
-- interval:     katz
-- levels:       hub network
-- breakdowns:   Total
-- returns:      engagement
-- years:        this
-- reviewed:     2026-11-23
-- version:      1

with compared as (
    select
        network,
        hub,
        time_period,
        count(*) filter (where fsm_fifth = 5) as highest_schools,
        count(*) filter (where fsm_fifth = 5 and rung >= 2) as highest_engaged,
        count(*) filter (where fsm_fifth = 1) as lowest_schools,
        count(*) filter (where fsm_fifth = 1 and rung >= 2) as lowest_engaged
    from school_year
    group by all
)
select
    network,
    hub,
    time_period,
    'Total' as education_phase,
    'Total' as breakdown,
    highest_schools + lowest_schools as n,
    katz_ratio(highest_engaged, highest_schools, lowest_engaged, lowest_schools) as value,
    katz_lower(highest_engaged, highest_schools, lowest_engaged, lowest_schools) as value_lower_ci,
    katz_upper(highest_engaged, highest_schools, lowest_engaged, lowest_schools) as value_upper_ci
from compared;
