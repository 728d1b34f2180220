-- title:        Schools matched through a predecessor
-- question:     What share of the engaged schools was returned under an earlier number (URN)?
-- numerator:    engaged eligible schools returned under another URN than the open one of their lineage
-- denominator:  engaged eligible schools
-- unit:         percent
-- higher is:    neither
-- outcome:      data_quality
-- also:         none
-- construct:    accuracy
-- notes:        A school that becomes an academy gets a new URN. Schools listed under both numbers count too.
-- why:          Without matching to predecessors, these schools would be counted as leaving and as new schools.
-- source:       engagement returns, school register, school links
-- counts:       schools
-- interval:     none
-- levels:       hub network
-- breakdowns:   Total
-- returns:      engagement
-- years:        this
-- reviewed:     2026-11-29
-- version:      2

with returned as (
    select distinct
        figure_hub.network,
        figure_hub.hub,
        participation.time_period,
        participation.lineage,
        participation.urn
    from participation
    join figure_hub
        on figure_hub.member = participation.hub
        and figure_hub.time_period = participation.time_period
    where participation.lineage is not null
),
unit as (
    select
        school_year.network,
        school_year.hub,
        school_year.time_period,
        'Total' as education_phase,
        'Total' as breakdown,
        school_year.lineage,
        bool_or(returned.urn <> school_year.urn)::integer as numerator,
        1 as denominator
    from school_year
    join returned using (network, hub, time_period, lineage)
    where school_year.rung >= 2
    group by all
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
