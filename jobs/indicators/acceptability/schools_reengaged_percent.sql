-- title:        Schools that joined a different activity
-- question:     Of the schools engaged last year, what share took up another activity this year?
-- numerator:    schools engaged last year that attend an activity this year that they did not attend last year
-- denominator:  schools engaged last year and eligible this year
-- unit:         percent
-- higher is:    better
-- outcome:      acceptability
-- also:         sustainability
-- construct:    adoption
-- notes:        An activity is the same where the activity catalogue says that its code continues last year's. A code
--               that is not in the catalogue is compared without its year (NCP21-05 and NCP22-05 are one activity). A
--               school is engaged in an activity that at least one of its staff attended. The phase is this year's.
-- why:          A school that chooses a second activity probably found the first one useful.
-- source:       Proctor et al. (2011); engagement returns of both years, activity catalogue, school register
-- counts:       schools
-- interval:     wilson
-- levels:       hub network phase
-- breakdowns:   Total
-- returns:      engagement
-- years:        this and last
-- reviewed:     2026-11-25
-- version:      2

with taken_up as (
    select distinct
        this_year.network,
        this_year.hub,
        this_year.time_period,
        this_year.lineage
    from school_activity as this_year
    join academic_year using (time_period)
    anti join school_activity as last_year
        on last_year.network = this_year.network
        and last_year.hub = this_year.hub
        and last_year.lineage = this_year.lineage
        and last_year.identity = this_year.identity
        and last_year.time_period = academic_year.previous_period
),
unit as (
    select
        school_year.network,
        school_year.hub,
        school_year.time_period,
        figure_phase.education_phase,
        'Total' as breakdown,
        school_year.lineage,
        (taken_up.lineage is not null)::integer as numerator,
        1 as denominator
    from school_year
    join figure_phase on figure_phase.member = school_year.phase
    left join taken_up using (network, hub, time_period, lineage)
    where school_year.rung_before >= 2
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
