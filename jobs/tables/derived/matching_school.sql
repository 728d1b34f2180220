-- One row per (hub, time_period, school, lineage): a school that matches all details in an evaluator's description
-- of a school: of those in the hub's area or, if no area is known, of all open state-funded schools of the register.
-- A stated number of pupils matches within 10%, an age within a year; the sizes of trusts overlap, because people
-- use "small" and "large" without a fixed number. lineage is the URN if only the register is counted.
create or replace table matching_school as
with trust as (
    select
        trust_name,
        count(*) as schools
    from school_register
    semi join claim_in_force using (claim)
    where
        trust_name <> ''
        and status like 'Open%'
    group by trust_name
),
place as (
    select
        described_school.hub,
        described_school.time_period,
        eligible_school.lineage,
        eligible_school.urn,
        eligible_school.pupils
    from (
        select distinct
            hub,
            time_period
        from described_school
    ) as described_school
    join eligible_school using (hub, time_period)
    union all
    select
        described_school.hub,
        described_school.time_period,
        school.urn as lineage,
        school.urn,
        school.pupils
    from (
        select distinct
            hub,
            time_period
        from described_school
    ) as described_school
    anti join eligible_school using (hub, time_period)
    cross join school
    where
        school.is_state_funded
        and school.status like 'Open%'
)
select
    hub_year.network,
    described_school.hub,
    described_school.time_period,
    described_school.school,
    place.lineage
from described_school
join hub_year using (hub, time_period)
join place using (hub, time_period)
join school using (urn)
left join trust on trust.trust_name = school.trust_name
where
    school.phase = coalesce(described_school.phase, school.phase)
    and school.la_code = coalesce(described_school.la_code, school.la_code)
    and school.is_selective = coalesce(described_school.is_selective, school.is_selective)
    and coalesce(school.is_rural, false) = coalesce(described_school.is_rural, school.is_rural, false)
    and school.type_group = coalesce(described_school.type_group, school.type_group)
    and abs(coalesce(school.low_age, described_school.low_age, 0) - coalesce(described_school.low_age, school.low_age, 0)) <= 1
    and abs(coalesce(school.high_age, described_school.high_age, 0) - coalesce(described_school.high_age, school.high_age, 0)) <= 1
    and case described_school.trust_size
        when 'small' then coalesce(trust.schools, 1) <= 7
        when 'medium' then trust.schools between 4 and 20
        when 'large' then trust.schools >= 12
        else true
    end
    and (
        described_school.pupils is null
        or abs(place.pupils - described_school.pupils) * 10 <= described_school.pupils
    );
