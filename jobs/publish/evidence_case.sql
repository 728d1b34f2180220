-- One row per school that an evaluator's summary describes without naming it, with the number of schools of the hub's
-- area that answer to the description: where they are fewer than 3, somebody may know which it is.
create or replace table evidence_case as
select
    hub_year.network,
    hub_year.hub,
    hub_year.time_period,
    described_school.school,
    described_school.description,
    count(school_alike.lineage)::integer as schools_alike,
    case
        when count(school_alike.lineage) = 0 then 'No school answers to the description'
        when count(school_alike.lineage) < 3 then 'May be known from the description'
        else 'Hidden among others'
    end as risk
from described_school
join hub_year using (hub, time_period)
left join school_alike
    on school_alike.hub = described_school.hub
    and school_alike.time_period = described_school.time_period
    and school_alike.school = described_school.school
group by all;
