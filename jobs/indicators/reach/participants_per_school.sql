-- title:        Participants per school
-- question:     How many people of a school take part?
-- numerator:    distinct participants who attended, of engaged eligible schools
-- denominator:  engaged eligible schools
-- unit:         mean
-- higher is:    better
-- outcome:      reach
-- also:         sustainability
-- construct:    penetration
-- notes:        A person counts once, however many activities. References to participants mean something only within
--               one hub: somebody known to two hubs counts twice in the network.
-- why:          One teacher can carry an idea into a school; several can keep it there.
-- source:       Proctor et al. (2011); engagement returns, school register
-- counts:       people per school
-- interval:     none
-- levels:       hub network phase
-- breakdowns:   Total
-- returns:      engagement
-- years:        this
-- reviewed:     2026-11-23
-- version:      1

with participant as (
    select
        school_year.network,
        school_year.hub,
        school_year.time_period,
        figure_phase.education_phase,
        count(distinct (school_participant.member, school_participant.participant)) as participants
    from school_year
    join figure_phase on figure_phase.member = school_year.phase
    join school_participant using (network, hub, time_period, lineage)
    group by all
),
school as (
    select
        school_year.network,
        school_year.hub,
        school_year.time_period,
        figure_phase.education_phase,
        count(*) as schools
    from school_year
    join figure_phase on figure_phase.member = school_year.phase
    where school_year.rung >= 2
    group by all
)
select
    network,
    hub,
    time_period,
    education_phase,
    'Total' as breakdown,
    coalesce(participant.participants, 0) as numerator,
    school.schools as denominator
from school
left join participant using (network, hub, time_period, education_phase);
