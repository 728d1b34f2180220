-- title:        Schools retained
-- question:     Of the schools engaged last year, what share is engaged again?
-- numerator:    schools engaged last year and this year, eligible in both
-- denominator:  schools engaged last year, eligible in both years
-- unit:         percent
-- higher is:    better
-- outcome:      sustainability
-- also:         acceptability
-- construct:    maintenance
-- notes:        A school that closed or moved to another hub's area is in neither count. The phase is this year's.
--               Network rows follow a school from hub to hub.
-- why:          Change in teaching takes years; a school that comes once has been reached, not changed.
-- source:       Century and Cassata (2016); engagement returns of both years, school register
-- counts:       schools
-- interval:     wilson
-- levels:       hub network phase
-- breakdowns:   Total
-- returns:      engagement
-- years:        this and last
-- reviewed:     2026-11-23
-- version:      1

select
    school_year.network,
    school_year.hub,
    school_year.time_period,
    figure_phase.education_phase,
    'Total' as breakdown,
    count(*) filter (where school_year.rung >= 2) as numerator,
    count(*) as denominator
from school_year
join figure_phase on figure_phase.member = school_year.phase
where
    school_year.rung_before >= 2
    and school_year.eligible_before
group by all;
