-- One row per (hub, time_period, school): a school that an evaluator's summary describes without its name ("School
-- A"): the sentences about it, their details, null if they give none; what identifies it by itself; how many details
-- were read; and the note that the school has agreed.
create or replace table described_school as
with listed as (
    select
        claim_in_force.hub,
        claim_in_force.time_period,
        evaluation_school.school,
        max(evaluation_school.agreed) as agreed
    from evaluation_school
    join claim_in_force using (claim)
    group by all
),
told as (
    select
        hub,
        time_period,
        school,
        string_agg(sentence, ' ' order by sentence_order) as description
    from evidence_sentence
    where school is not null
    group by all
),
described as (
    select
        hub,
        time_period,
        school,
        coalesce(told.description, '') as description,
        listed.agreed
    from listed
    full join told using (hub, time_period, school)
),
found as (
    select
        described.hub,
        described.time_period,
        described.school,
        described.description,
        description_wording.*,
        case
            when description_wording.value = 'captured'
            then replace(regexp_extract(described.description, description_wording.pattern, 1), ',', '')
            else description_wording.value
        end as said
    from described
    join description_wording on regexp_matches(described.description, description_wording.pattern)
),
attribute as (
    select
        hub,
        time_period,
        school,
        attribute,
        arg_min(said, wording_order) as said
    from found
    where kind = 'attribute'
    group by all
),
identifying as (
    select
        described.hub,
        described.time_period,
        described.school,
        wording.attribute as identified_by
    from described
    cross join (
        select
            attribute,
            count(*) as parts
        from description_wording
        where kind = 'identifying'
        group by attribute
    ) as wording
    left join found
        on found.hub = described.hub
        and found.time_period = described.time_period
        and found.school = described.school
        and found.kind = 'identifying'
        and found.attribute = wording.attribute
    group by described.hub, described.time_period, described.school, wording.attribute, wording.parts
    having count(found.wording_order) = wording.parts
),
identified as (
    select
        hub,
        time_period,
        school,
        string_agg(identified_by, ' and ' order by identified_by desc) as identified_by
    from identifying
    group by all
),
read as (
    select
        hub,
        time_period,
        school,
        count(*) as details,
        string_agg(
            replace(attribute, '_', ' ') || ': ' || said,
            '; '
            order by attribute
        ) as details_read,
        max(said) filter (where attribute = 'phase') as phase,
        try_cast(max(said) filter (where attribute = 'low_age') as integer) as low_age,
        try_cast(max(said) filter (where attribute = 'high_age') as integer) as high_age,
        max(said) filter (where attribute = 'school_type') as type_group,
        max(said) filter (where attribute = 'selective') = 'yes' as is_selective,
        max(said) filter (where attribute = 'rural') = 'yes' as is_rural,
        max(said) filter (where attribute = 'trust_size') as trust_size,
        try_cast(max(said) filter (where attribute = 'pupils') as integer) as pupils,
        max(said) filter (where attribute = 'joined') as joined
    from attribute
    group by all
),
authority as (
    select
        described.hub,
        described.time_period,
        described.school,
        min(school_register.la_code) as la_code,
        min(school_register.la_name) as la_name
    from described
    join (
        select distinct
            la_code,
            la_name
        from school_register
        semi join claim_in_force using (claim)
        where length(la_name) > 2
    ) as school_register
        on regexp_matches(described.description, '(?i)\b' || regexp_escape(school_register.la_name) || '\b')
    group by all
),
agreed as (
    select distinct
        described.hub,
        described.time_period,
        described.school
    from described
    cross join (
        select unnest([1, 2]) as place
    ) as places
    join description_wording
        on description_wording.kind = 'agreed'
        and regexp_matches(
            case place when 1 then described.description else 'agreed with the school ' || coalesce(described.agreed, '') end,
            description_wording.pattern
        )
    where not exists (
        select 1
        from description_wording as refusing
        where
            refusing.kind = 'not agreed'
            and regexp_matches(
                case place when 1 then described.description else 'agreed with the school ' || coalesce(described.agreed, '') end,
                refusing.pattern
            )
    )
    union
    -- A note of the hub on the query names the school, unless there is only one.
    select
        described.hub,
        described.time_period,
        described.school
    from described
    join note_in_force
        on note_in_force.hub = described.hub
        and note_in_force.time_period = described.time_period
        and note_in_force.rule = 'school_could_be_identified'
    join description_wording
        on description_wording.kind = 'agreed'
        and regexp_matches(note_in_force.note, description_wording.pattern)
    where
        not exists (
            select 1
            from description_wording as refusing
            where
                refusing.kind = 'not agreed'
                and regexp_matches(note_in_force.note, refusing.pattern)
        )
        and (
            contains(lower(note_in_force.note), lower(described.school))
            or not exists (
                select 1
                from described as other
                where
                    other.hub = described.hub
                    and other.time_period = described.time_period
                    and other.school <> described.school
            )
        )
)
select
    described.hub,
    described.time_period,
    described.school,
    described.description,
    coalesce(read.details, 0) + (authority.la_code is not null)::integer as details,
    concat_ws('; ', read.details_read, 'local authority: ' || authority.la_name) as details_read,
    read.phase,
    read.low_age,
    read.high_age,
    read.type_group,
    read.is_selective,
    read.is_rural,
    read.trust_size,
    read.pupils,
    read.joined,
    authority.la_code,
    identified.identified_by,
    agreed.school is not null as is_agreed
from described
left join read using (hub, time_period, school)
left join authority using (hub, time_period, school)
left join identified using (hub, time_period, school)
left join agreed using (hub, time_period, school);
