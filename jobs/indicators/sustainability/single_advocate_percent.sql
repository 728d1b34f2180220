-- title:        Schools relying on one person
-- question:     What share of the engaged schools relies on one person?
-- numerator:    engaged eligible schools with exactly one participant who attended, over this year and last
-- denominator:  engaged eligible schools
-- unit:         percent
-- higher is:    worse
-- outcome:      sustainability
-- also:         reach
-- construct:    advocate dependency
-- notes:        Participants are identified by the reference that the hub gives. A person who gets a new reference
--               counts as two.
-- why:          A school's engagement is at risk when the only person involved leaves.
-- source:       McIntosh et al. (2016); engagement returns of both years, school register
-- counts:       schools
-- interval:     wilson
-- levels:       hub network phase
-- breakdowns:   Total
-- returns:      engagement
-- years:        this and last
-- reviewed:     2026-11-25
-- version:      2

with advocate as (
    select
        school_year.network,
        school_year.hub,
        school_year.time_period,
        school_year.lineage,
        school_year.phase,
        -- A school of which nobody is named would count as one pair of nothing.
        count(distinct (school_participant.member, school_participant.participant))
            filter (where school_participant.participant is not null) as participants
    from school_year
    join academic_year using (time_period)
    left join school_participant
        on school_participant.network = school_year.network
        and school_participant.hub = school_year.hub
        and school_participant.lineage = school_year.lineage
        and school_participant.time_period in (school_year.time_period, academic_year.previous_period)
    where school_year.rung >= 2
    group by all
),
unit as (
    select
        advocate.network,
        advocate.hub,
        advocate.time_period,
        figure_phase.education_phase,
        'Total' as breakdown,
        advocate.lineage,
        (advocate.participants = 1)::integer as numerator,
        1 as denominator
    from advocate
    join figure_phase on figure_phase.member = advocate.phase
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
