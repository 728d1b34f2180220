-- title:        Schools continuing on the pathway
-- question:     Of the schools past Developing, what share is still active?
-- numerator:    eligible schools Active at Embedding or Sustaining
-- denominator:  eligible schools listed at Embedding or Sustaining, whatever their status
-- unit:         percent
-- higher is:    better
-- outcome:      sustainability
-- also:         none
-- construct:    continuation
-- notes:        Schools that paused or left are in the denominator only.
-- why:          A practice is sustained when it continues after intensive support has ended.
-- source:       Century and Cassata (2016); pathway returns, school register
-- counts:       schools
-- interval:     wilson
-- levels:       hub network phase
-- breakdowns:   Total
-- returns:      pathway
-- years:        this
-- reviewed:     2026-11-23
-- version:      1

with unit as (
    select
        school_year.network,
        school_year.hub,
        school_year.time_period,
        figure_phase.education_phase,
        'Total' as breakdown,
        school_year.lineage,
        school_year.active_beyond::integer as numerator,
        1 as denominator
    from school_year
    join figure_phase on figure_phase.member = school_year.phase
    where school_year.beyond
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
