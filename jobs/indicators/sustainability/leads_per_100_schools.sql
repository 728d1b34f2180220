-- title:        Leads per 100 schools
-- question:     How many professional development leads are there for every 100 engaged schools?
-- numerator:    professional development leads listed this year
-- denominator:  engaged eligible schools
-- unit:         per 100
-- higher is:    neither
-- outcome:      sustainability
-- also:         none
-- construct:    capacity
-- notes:        A lead counts once, however many roles they hold. The figure does not show how much time a lead has.
-- why:          A hub with few leads for many schools is at risk when one of them leaves.
-- source:       Nese et al. (2016); PD lead and engagement returns, school register
-- counts:       people per school
-- interval:     none
-- levels:       hub network
-- breakdowns:   Total
-- returns:      pd_lead, engagement
-- years:        this
-- reviewed:     2026-11-29
-- version:      1

with unit as (
    select distinct
        figure_hub.network,
        figure_hub.hub,
        lead_listed.time_period,
        'Total' as education_phase,
        'Total' as breakdown,
        null as lineage,
        lead_listed.hub as member,
        lead_listed.lead,
        1 as numerator,
        0 as denominator
    from lead_listed
    join figure_hub
        on figure_hub.member = lead_listed.hub
        and figure_hub.time_period = lead_listed.time_period
    union all
    select
        network,
        hub,
        time_period,
        'Total' as education_phase,
        'Total' as breakdown,
        lineage,
        null as member,
        null as lead,
        0 as numerator,
        1 as denominator
    from school_year
    where rung >= 2
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
