-- title:        Pupils reached
-- question:     What share of the pupils is in a school that took part?
-- numerator:    pupils on roll in engaged eligible schools
-- denominator:  pupils on roll in eligible schools
-- unit:         percent
-- higher is:    better
-- outcome:      reach
-- also:         none
-- construct:    reach
-- notes:        All pupils on roll count, whether or not their own teacher took part. A school without a number on roll
--               counts as zero. The newest register's numbers serve every year.
-- why:          Reach by pupils can differ from reach by schools, because schools differ in size.
-- source:       Glasgow et al. (2019); engagement returns, school register
-- counts:       pupils
-- interval:     none
-- levels:       hub network phase
-- breakdowns:   Total
-- returns:      engagement
-- years:        this
-- reviewed:     2026-11-29
-- version:      2

with unit as (
    select
        school_year.network,
        school_year.hub,
        school_year.time_period,
        figure_phase.education_phase,
        'Total' as breakdown,
        school_year.lineage,
        case when school_year.rung >= 2 then school_year.pupils else 0 end as numerator,
        school_year.pupils as denominator,
        school_year.rung >= 2 as is_engaged
    from school_year
    join figure_phase on figure_phase.member = school_year.phase
)
select
    network,
    hub,
    time_period,
    education_phase,
    breakdown,
    sum(numerator) as numerator,
    sum(denominator) as denominator,
    [count(*) filter (where is_engaged)] as public_counts
from unit
group by all;
