-- title:        Reach: rural v urban
-- question:     Are rural schools reached as often as urban ones?
-- numerator:    none
-- denominator:  none
-- unit:         ratio
-- higher is:    neither
-- outcome:      reach
-- also:         none
-- construct:    representativeness
-- notes:        Reach among rural schools divided by reach among urban schools, by the urban/rural name in the
--               register. 1 means equal reach. Schools without that name are in neither group. Not available with fewer
--               than ten schools in either group, or with no engaged urban school. There are no limits where either
--               group has no engaged school. n is the number of schools in both groups.
-- why:          Travel and supply cover make it harder for distant schools to take part.
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
        case when is_rural then 'Rural' else 'Urban' end
            || case when rung >= 2 then ', engaged' else ', not engaged' end as part,
        1 as n
    from school_year
    where is_rural or not is_rural
)
select
    *
from reach_ratio(unit, 'Rural', 'Urban');
