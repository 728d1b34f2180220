-- One row per (network, hub, time_period, description): a school that an evaluator's summary describes without naming
-- it, with the number of schools of the hub's area that fit the description: where they are fewer than 3, somebody may
-- know which it is.
create or replace table evidence_case as
select
    hub_year.network,
    hub_year.hub,
    hub_year.time_period,
    described_school.school,
    described_school.description,
    count(matching_school.lineage)::integer as schools_alike,
    case
        when count(matching_school.lineage) = 0 then 'No school answers to the description'
        when count(matching_school.lineage) < 3 then 'Could be identified'
        else 'Not identifiable'
    end as risk
from described_school
join hub_year using (hub, time_period)
left join matching_school
    on matching_school.hub = described_school.hub
    and matching_school.time_period = described_school.time_period
    and matching_school.school = described_school.school
group by all;
