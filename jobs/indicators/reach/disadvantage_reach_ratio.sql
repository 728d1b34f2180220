-- title:        Reach: most v least disadvantaged
-- question:     Are schools with many pupils on free school meals reached as often as those with few?
-- numerator:    none
-- denominator:  none
-- unit:         ratio
-- higher is:    neither
-- outcome:      reach
-- also:         none
-- construct:    representativeness
-- notes:        Reach among the fifth of schools with the most pupils on free school meals, divided by reach among the
--               fifth with the fewest. 1 means equal reach. Fifths are of the network's eligible schools within each
--               phase. Schools with equal shares are in the same fifth. Not available with fewer than ten schools in
--               either fifth, or with no engaged school in the lowest. There are no limits where either fifth has no
--               engaged school. n is the number of schools in the two fifths.
-- why:          If schools with fewer disadvantaged pupils are reached first, the programme may widen the gap.
-- source:       Glasgow et al. (2019); engagement returns, school register
-- counts:       schools
-- interval:     katz
-- levels:       hub network
-- breakdowns:   Total
-- returns:      engagement
-- years:        this
-- reviewed:     2026-11-29
-- version:      4

with unit as (
    select
        network,
        hub,
        time_period,
        'Total' as education_phase,
        'Total' as breakdown,
        lineage,
        case when fsm_fifth = 5 then 'Highest fifth' else 'Lowest fifth' end
            || case when rung >= 2 then ', engaged' else ', not engaged' end as part,
        1 as n
    from school_year
    where fsm_fifth = 5 or fsm_fifth = 1
)
select
    *
from reach_ratio(unit, 'Highest fifth', 'Lowest fifth');
