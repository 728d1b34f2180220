-- title:        Participants per school
-- question:     How many people of a school take part?
-- numerator:    different participants who attended
-- denominator:  engaged eligible schools
-- unit:         mean
-- higher is:    better
-- outcome:      reach
-- also:         sustainability
-- construct:    penetration
-- notes:        A person counts once, however many activities they attend. References to participants are only valid
--               within a hub: a person known to two hubs counts twice in the network.
-- why:          A practice is more likely to last in a school where several teachers take part.
-- source:       Proctor et al. (2011); engagement returns, school register
-- counts:       people per school
-- interval:     none
-- levels:       hub network phase
-- breakdowns:   Total
-- returns:      engagement
-- years:        this
-- reviewed:     2026-11-30
-- version:      2

with unit as (
    select distinct
        school_year.network,
        school_year.hub,
        school_year.time_period,
        figure_phase.education_phase,
        'Total' as breakdown,
        null as lineage,
        school_participant.member,
        school_participant.participant,
        1 as numerator,
        0 as denominator
    from school_year
    join figure_phase on figure_phase.member = school_year.phase
    join school_participant using (network, hub, time_period, lineage)
    union all
    select
        school_year.network,
        school_year.hub,
        school_year.time_period,
        figure_phase.education_phase,
        'Total' as breakdown,
        school_year.lineage,
        null as member,
        null as participant,
        0 as numerator,
        1 as denominator
    from school_year
    join figure_phase on figure_phase.member = school_year.phase
    where school_year.rung >= 2
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
