-- title:        Schools retained
-- question:     Of the schools engaged last year, what share is engaged again?
-- numerator:    schools engaged last year and this year, eligible in both
-- denominator:  schools engaged last year, eligible in both years
-- unit:         percent
-- higher is:    better
-- outcome:      sustainability
-- also:         acceptability
-- construct:    maintenance
-- notes:        Stayed and Converted (a new number, for example as an academy) count as retained. Left and Paused do
--               not. A school that closed or moved to another hub's area is in neither count. The phase is this year's.
--               Network rows follow a school from hub to hub.
-- why:          Changing teaching takes several years, so schools need to take part for more than one.
-- source:       Century and Cassata (2016); engagement returns of both years, school register
-- counts:       schools
-- interval:     wilson
-- levels:       hub network phase
-- breakdowns:   Total
-- returns:      engagement
-- years:        this and last
-- reviewed:     2026-11-29
-- version:      2

-- Schools that closed or moved are followed too, and count in neither.
with unit as (
    select
        followed_school.network,
        followed_school.hub,
        followed_school.time_period,
        figure_phase.education_phase,
        'Total' as breakdown,
        followed_school.lineage,
        followed_school.fate,
        (followed_school.fate in ('Stayed', 'Converted'))::integer as numerator,
        (followed_school.urn is not null)::integer as denominator
    from followed_school
    join figure_phase on figure_phase.member = coalesce(followed_school.phase, followed_school.phase_before)
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
