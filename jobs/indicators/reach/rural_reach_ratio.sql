-- title:        Reach to rural schools
-- question:     Are rural schools reached as often as urban ones?
-- numerator:    none
-- denominator:  none
-- unit:         ratio
-- higher is:    neither
-- outcome:      reach
-- also:         none
-- construct:    representativeness
-- notes:        Reach among rural schools over reach among urban ones, by the urban/rural name in the register; 1 is
--               parity. Schools of unknown place count in neither. Without an engaged urban school there is no ratio,
--               and without an engaged school in either no limits. n is the schools in both.
-- why:          Distance costs supply cover and time: the far-off school is easily left out.
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
        count(*) filter (where is_rural) as rural_schools,
        count(*) filter (where is_rural and rung >= 2) as rural_engaged,
        count(*) filter (where not is_rural) as urban_schools,
        count(*) filter (where not is_rural and rung >= 2) as urban_engaged
    from school_year
    group by all
)
select
    network,
    hub,
    time_period,
    'Total' as education_phase,
    'Total' as breakdown,
    rural_schools + urban_schools as n,
    katz_ratio(rural_engaged, rural_schools, urban_engaged, urban_schools) as value,
    katz_lower(rural_engaged, rural_schools, urban_engaged, urban_schools) as value_lower_ci,
    katz_upper(rural_engaged, rural_schools, urban_engaged, urban_schools) as value_upper_ci
from compared;
