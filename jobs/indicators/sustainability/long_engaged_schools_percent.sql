-- title:        Schools engaged for five years or more
-- question:     What share of the engaged schools has been engaged in five years or more?
-- numerator:    engaged eligible schools with at least five engaged years up to this one
-- denominator:  engaged eligible schools
-- unit:         percent
-- higher is:    better
-- outcome:      sustainability
-- also:         none
-- construct:    durability
-- notes:        The years need not be consecutive. Not available until five years of the hub were returned. Low
--               reliability where a year is missing.
-- why:          Long engagement suggests that the practice has continued after changes of staff.
-- source:       Century and Cassata (2016); engagement returns, school register
-- counts:       schools
-- interval:     wilson
-- levels:       hub network phase
-- breakdowns:   Total
-- returns:      engagement
-- years:        five up to this
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
        0 as since,
        (school_year.engaged_years >= 5)::integer as numerator,
        1 as denominator
    from school_year
    join figure_phase on figure_phase.member = school_year.phase
    where school_year.rung >= 2
)
select
    network,
    hub,
    time_period,
    education_phase,
    breakdown,
    sum(numerator) as numerator,
    sum(denominator) as denominator
from unit
group by all;
