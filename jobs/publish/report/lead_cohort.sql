-- One row per (network, hub, time_period, role, cohort, accreditation): the professional development leads of a hub
-- (or Total) by role, cohort and accreditation, if any lead of the hub has a cohort or an accreditation. In rows of
-- the network, 1 to 4 people are hidden (c).
create or replace table lead_cohort as
with listed as (
    select distinct
        network,
        hub,
        time_period,
        coalesce(role, 'Not known') as role,
        coalesce(upper(trim(cohort)), '') as cohort,
        coalesce(accreditation, '') as accreditation,
        member,
        lead
    from listed_lead
    qualify
        bool_or(listed_lead.cohort is not null or listed_lead.accreditation is not null) over (
            partition by network, hub, time_period
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
