-- title:        Schools engaged so far
-- question:     What share of the schools eligible this year has ever taken part with this hub?
-- numerator:    schools eligible this year that attended in this or any earlier year
-- denominator:  state-funded schools open on 1 January in the hub's area
-- unit:         percent
-- higher is:    better
-- outcome:      reach
-- also:         acceptability
-- construct:    penetration
-- notes:        Counts from the first accepted return on. A school that has closed or left the area no longer counts.
--               Where a year of the hub was not returned, the figure is a lower bound and has low reliability.
-- why:          A single year does not show whether the same schools took part each year or different ones.
-- source:       Proctor et al. (2011); engagement returns, school register
-- counts:       schools
-- interval:     wilson
-- levels:       hub network phase
-- breakdowns:   Total
-- returns:      engagement
-- years:        up to this
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
        -- Any year up to this one may be the one in which it came.
        0 as since,
        school_year.ever_engaged::integer as numerator,
        1 as denominator
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
    sum(denominator) as denominator
from unit
group by all;
