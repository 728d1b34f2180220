-- title:        Paused schools that returned
-- question:     Of the schools that paused last year, what share is active again?
-- numerator:    schools Paused on the pathway last year and Active this year
-- denominator:  schools Paused on the pathway last year and eligible this year
-- unit:         percent
-- higher is:    better
-- outcome:      sustainability
-- also:         none
-- construct:    continuation
-- notes:        A school with several places counts as Paused where any of them is paused, and as Active where any is
--               active. Schools that are no longer listed are in the denominator. Schools that closed or moved to
--               another area are not.
-- why:          Some schools pause and return, so a pause should not be counted as leaving.
-- source:       Century and Cassata (2016); pathway returns of both years, school register
-- counts:       schools
-- interval:     wilson
-- levels:       hub network
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
        'Total' as education_phase,
        'Total' as breakdown,
        school_year.lineage,
        coalesce(pathway_school.state, 'Absent') as fate,
        school_year.active::integer as numerator,
        1 as denominator
    from school_year
    left join pathway_school using (network, hub, time_period, lineage)
    where school_year.paused_before
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
