-- One row per (network, hub, time_period, school): a school that an evaluator's summary describes without naming it,
-- and how well it is hidden. An inspection with its month and grade, or an exact result, identifies it. Otherwise it
-- could be identified if fewer than 3 schools match, or none, because a detail may be wrong. If nothing was read
-- from the description, it was not checked. A note of the hub that the school has agreed lifts the warning.
create or replace table described_risk as
with counted as (
    select
        hub_year.network,
        described_school.*,
        count(matching_school.lineage)::integer as schools_alike
    from described_school
    join hub_year using (hub, time_period)
    left join matching_school
        on matching_school.hub = described_school.hub
        and matching_school.time_period = described_school.time_period
        and matching_school.school = described_school.school
    group by all
)
select
    network,
    hub,
    time_period,
    school,
    description,
    nullif(details_read, '') as details_read,
    identified_by,
    schools_alike,
    is_agreed,
    case
        when is_agreed then 'Agreed with the school'
        when identified_by is not null then 'Could be identified'
        when details = 0 then 'Not checked'
        when schools_alike < 3 then 'Could be identified'
        else 'Not identifiable'
    end as risk
from counted;
