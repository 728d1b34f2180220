-- title:        Leads with a new role
-- question:     Of the leads listed last year and this year, what share holds a role that they did not hold before?
-- numerator:    leads listed in both years who hold a role this year that they did not hold last year
-- denominator:  leads listed in both years
-- unit:         percent
-- higher is:    neither
-- outcome:      sustainability
-- also:         none
-- construct:    role change
-- notes:        A lead is known by the reference that the hub gives. A lead who takes on a second role counts too.
-- why:          Leads who take on new roles add to a network's capacity. Many changes at once can weaken it.
-- source:       Proctor et al. (2011); PD lead returns of both years
-- counts:       people
-- interval:     wilson
-- levels:       hub network
-- breakdowns:   Total
-- returns:      pd_lead
-- years:        this and last
-- reviewed:     2026-11-29
-- version:      1

with role as (
    select
        lead_listed.network,
        lead_listed.hub,
        lead_listed.time_period,
        academic_year.previous_period,
        lead_listed.lead,
        list(distinct lead_listed.role) filter (where lead_listed.role is not null) as roles
    from lead_listed
    join academic_year using (time_period)
    group by all
),
unit as (
    select
        figure_hub.network,
        figure_hub.hub,
        this_year.time_period,
        'Total' as education_phase,
        'Total' as breakdown,
        this_year.hub as member,
        this_year.lead,
        (len(list_filter(
            coalesce(this_year.roles, []),
            lambda role: not list_contains(coalesce(last_year.roles, []), role)
        )) > 0)::integer as numerator,
        1 as denominator
    from role as this_year
    join role as last_year
        on last_year.hub = this_year.hub
        and last_year.lead = this_year.lead
        and last_year.time_period = this_year.previous_period
    join figure_hub
        on figure_hub.member = this_year.hub
        and figure_hub.time_period = this_year.time_period
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
