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
-- version:      3

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
),
compared as (
    select
        network,
        hub,
        time_period,
        sum(n) as n,
        count(*) filter (where part like 'Rural, %') as rural_schools,
        count(*) filter (where part = 'Rural, engaged') as rural_engaged,
        count(*) filter (where part like 'Urban, %') as urban_schools,
        count(*) filter (where part = 'Urban, engaged') as urban_engaged
    from unit
    group by all
)
select
    network,
    hub,
    time_period,
    'Total' as education_phase,
    'Total' as breakdown,
    n,
    case when rural_schools >= 10 and urban_schools >= 10 then katz_ratio(rural_engaged, rural_schools, urban_engaged, urban_schools) end as value,
    case when rural_schools >= 10 and urban_schools >= 10 then katz_lower(rural_engaged, rural_schools, urban_engaged, urban_schools) end as value_lower_ci,
    case when rural_schools >= 10 and urban_schools >= 10 then katz_upper(rural_engaged, rural_schools, urban_engaged, urban_schools) end as value_upper_ci,
    case
        when rounded_count(rural_schools) >= 10 and rounded_count(urban_schools) >= 10
        then katz_ratio(
            rounded_count(rural_engaged), rounded_count(rural_schools), rounded_count(urban_engaged), rounded_count(urban_schools)
        )
    end as public_value,
    case
        when rounded_count(rural_schools) >= 10 and rounded_count(urban_schools) >= 10
        then katz_lower(
            rounded_count(rural_engaged), rounded_count(rural_schools), rounded_count(urban_engaged), rounded_count(urban_schools)
        )
    end as public_lower_ci,
    case
        when rounded_count(rural_schools) >= 10 and rounded_count(urban_schools) >= 10
        then katz_upper(
            rounded_count(rural_engaged), rounded_count(rural_schools), rounded_count(urban_engaged), rounded_count(urban_schools)
        )
    end as public_upper_ci,
    [rural_engaged, urban_engaged] as public_counts
from compared;
