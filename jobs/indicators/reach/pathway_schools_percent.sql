-- title:        Schools active on the pathway
-- question:     What share of the eligible schools is active on the Teaching for Mastery pathway?
-- numerator:    eligible schools with an Active place at any stage
-- denominator:  state-funded schools open on 1 January in the hub's area
-- unit:         percent
-- higher is:    better
-- outcome:      reach
-- also:         acceptability
-- construct:    penetration
-- notes:        A school with places at several stages counts once. Schools that paused or left do not count.
-- why:          The pathway is the most intensive form of engagement, and national targets are set for it.
-- source:       Proctor et al. (2011); pathway returns, school register
-- counts:       schools
-- interval:     wilson
-- levels:       hub network phase
-- breakdowns:   Total
-- returns:      pathway
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
        school_year.active::integer as numerator,
        1 as denominator,
        school_year.active_before as was_counted,
        school_year.eligible_before
            and (figure_phase.education_phase = 'Total' or school_year.phase_before = school_year.phase) as is_paired
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
    count(*) filter (where is_paired and numerator = 1 and was_counted) as in_both,
    count(*) filter (where is_paired and numerator = 1 and not was_counted) as in_this_only,
    count(*) filter (where is_paired and numerator = 0 and was_counted) as in_last_only,
    count(*) filter (where is_paired and numerator = 0 and not was_counted) as in_neither
from unit
group by all;
