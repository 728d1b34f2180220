-- One row per (hub, time_period, school, lineage): an eligible school that matches all details in an evaluator's
-- summary of a school; a stated number of pupils matches within 10%.
create or replace table matching_school as
select
    hub_year.network,
    described_school.hub,
    described_school.time_period,
    described_school.school,
    eligible_school.lineage
from described_school
join hub_year using (hub, time_period)
join eligible_school
    on eligible_school.network = hub_year.network
    and eligible_school.hub = described_school.hub
    and eligible_school.time_period = described_school.time_period
where
    eligible_school.phase = coalesce(described_school.phase, eligible_school.phase)
    and eligible_school.la_code = coalesce(described_school.la_code, eligible_school.la_code)
    and eligible_school.is_selective = coalesce(described_school.is_selective, eligible_school.is_selective)
    and eligible_school.is_rural = coalesce(described_school.is_rural, eligible_school.is_rural)
    and (
        described_school.pupils is null
        or abs(eligible_school.pupils - described_school.pupils) * 10 <= described_school.pupils
    );
