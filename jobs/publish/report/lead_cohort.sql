-- One row per (network, hub, time_period, role, cohort, accreditation): the professional development leads of a hub (or
-- Total) by role, cohort and accreditation, where any lead of the hub has a cohort or an accreditation. In rows of the
-- network, 1 to 4 people are hidden (c).
create or replace table lead_cohort as
with listed as (
    select distinct
        figure_hub.network,
        figure_hub.hub,
        pd_lead.time_period,
        coalesce(pd_lead.role, 'Not known') as role,
        coalesce(upper(trim(pd_lead.cohort)), '') as cohort,
        coalesce(pd_lead.accreditation, '') as accreditation,
        pd_lead.hub as member,
        pd_lead.lead
    from pd_lead
    semi join claim_in_force on claim_in_force.claim = pd_lead.claim
    semi join hub_year
        on hub_year.hub = pd_lead.hub
        and hub_year.time_period = pd_lead.time_period
    join figure_hub
        on figure_hub.member = pd_lead.hub
        and figure_hub.time_period = pd_lead.time_period
        and figure_hub.hub in (pd_lead.hub, 'Total')
    where pd_lead.lead is not null
    qualify
        bool_or(pd_lead.cohort is not null or pd_lead.accreditation is not null) over (
            partition by figure_hub.network, figure_hub.hub, pd_lead.time_period
        )
),
counted as (
    select
        network,
        hub,
        time_period,
        role,
        cohort,
        accreditation,
        count(*) as leads
    from listed
    group by all
)
select
    network,
    hub,
    time_period,
    role,
    case cohort when '' then 'No cohort' else cohort end as cohort,
    case accreditation when '' then 'Not stated' else accreditation end as accreditation,
    shown_people(leads, hub = 'Total') as leads
from counted
order by
    network,
    hub,
    time_period,
    role,
    cohort,
    accreditation;
