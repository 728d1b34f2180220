-- title:        Schools that moved on from Developing
-- question:     Of the schools at Developing last year, what share has moved on?
-- numerator:    schools Active at Developing last year and Active at Embedding or Sustaining this year
-- denominator:  schools Active at Developing last year and eligible this year
-- unit:         percent
-- higher is:    better
-- outcome:      sustainability
-- also:         none
-- construct:    institutionalisation
-- notes:        Schools that paused, left or are no longer listed are in the denominator. Schools that closed or moved
--               to another hub's area are not. The phase is this year's.
-- why:          Moving on from Developing shows that a school is building on what it started.
-- source:       Century and Cassata (2016); pathway returns of both years, school register
-- counts:       schools
-- interval:     wilson
-- levels:       hub network phase
-- breakdowns:   Total
-- returns:      pathway
-- years:        this and last
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
        coalesce(pathway_school.state, 'Absent') as fate,
        school_year.active_beyond::integer as numerator,
        1 as denominator
    from school_year
    join figure_phase on figure_phase.member = school_year.phase
    left join pathway_school using (network, hub, time_period, lineage)
    where school_year.active_developing_before
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
