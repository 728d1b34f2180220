-- title:        Schools engaged
-- question:     What share of the eligible schools took part in hub activity this year?
-- numerator:    eligible schools with a participant who attended
-- denominator:  state-funded schools open on 1 January in the hub's area
-- unit:         percent
-- higher is:    better
-- outcome:      reach
-- also:         acceptability
-- construct:    reach and adoption
-- notes:        Enrolled counts schools with anyone enrolled. Completed counts schools with anyone who completed. A
--               school is credited to the hub that lists it, and counts only where it is eligible. Merged schools count
--               once.
-- why:          A hub can only make a difference in schools that take part.
-- source:       Proctor et al. (2011); engagement returns, school register
-- counts:       schools
-- interval:     wilson
-- levels:       hub network phase
-- breakdowns:   Total, Enrolled, Completed
-- returns:      engagement
-- years:        this
-- reviewed:     2026-11-30
-- version:      3

with ladder as (
    select
        breakdown,
        lowest_rung
    from (values ('Enrolled', 1), ('Total', 2), ('Completed', 3)) as rungs (breakdown, lowest_rung)
),
unit as (
    select
        school_year.network,
        school_year.hub,
        school_year.time_period,
        figure_phase.education_phase,
        ladder.breakdown,
        school_year.lineage,
        (school_year.rung >= ladder.lowest_rung)::integer as numerator,
        1 as denominator,
        school_year.rung_before >= ladder.lowest_rung as was_counted,
        school_year.eligible_before
            and (figure_phase.education_phase = 'Total' or school_year.phase_before = school_year.phase) as is_paired
    from school_year
    join figure_phase on figure_phase.member = school_year.phase
    cross join ladder
)
select
    network,
    hub,
    time_period,
    education_phase,
    breakdown,
    sum(numerator) as numerator,
    sum(denominator) as denominator,
    count(*) filter (where is_paired and numerator = 1 and was_counted) as in_both,
    count(*) filter (where is_paired and numerator = 1 and not was_counted) as in_this_only,
    count(*) filter (where is_paired and numerator = 0 and was_counted) as in_last_only,
    count(*) filter (where is_paired and numerator = 0 and not was_counted) as in_neither
from unit
group by all;
