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
-- version:      3

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
),
compared as (
    select
        network,
        hub,
        time_period,
        sum(n) as n,
        count(*) filter (where part like 'Highest fifth, %') as highest_schools,
        count(*) filter (where part = 'Highest fifth, engaged') as highest_engaged,
        count(*) filter (where part like 'Lowest fifth, %') as lowest_schools,
        count(*) filter (where part = 'Lowest fifth, engaged') as lowest_engaged
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
    case when highest_schools >= 10 and lowest_schools >= 10 then katz_ratio(highest_engaged, highest_schools, lowest_engaged, lowest_schools) end as value,
    case when highest_schools >= 10 and lowest_schools >= 10 then katz_lower(highest_engaged, highest_schools, lowest_engaged, lowest_schools) end as value_lower_ci,
    case when highest_schools >= 10 and lowest_schools >= 10 then katz_upper(highest_engaged, highest_schools, lowest_engaged, lowest_schools) end as value_upper_ci,
    case
        when rounded_count(highest_schools) >= 10 and rounded_count(lowest_schools) >= 10
        then katz_ratio(
            rounded_count(highest_engaged), rounded_count(highest_schools), rounded_count(lowest_engaged), rounded_count(lowest_schools)
        )
    end as public_value,
    case
        when rounded_count(highest_schools) >= 10 and rounded_count(lowest_schools) >= 10
        then katz_lower(
            rounded_count(highest_engaged), rounded_count(highest_schools), rounded_count(lowest_engaged), rounded_count(lowest_schools)
        )
    end as public_lower_ci,
    case
        when rounded_count(highest_schools) >= 10 and rounded_count(lowest_schools) >= 10
        then katz_upper(
            rounded_count(highest_engaged), rounded_count(highest_schools), rounded_count(lowest_engaged), rounded_count(lowest_schools)
        )
    end as public_upper_ci,
    [highest_engaged, lowest_engaged] as public_counts
from compared;
