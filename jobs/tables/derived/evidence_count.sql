-- One row per (hub, time_period, education_phase, quantity): the value in a hub's returns of a quantity that an
-- evaluator may state, for all schools (Total) and for those of each phase. out_of is the total for a share, null if
-- there is none. People have no phase.
create or replace table evidence_count as
with place as (
    select
        pathway_place.hub,
        pathway_place.time_period,
        school.phase,
        coalesce(pathway_place.lineage, pathway_place.urn) as lineage,
        pathway_place.stage,
        pathway_place.status,
        pathway.reason,
        pathway.expected_return
    from pathway_place
    join pathway using (claim, row_number)
    left join school on school.urn = pathway_place.urn
),
phase as (
    select unnest(['Total', 'Primary', 'Secondary', 'Post-16']) as education_phase
),
counted as (
    select
        place.hub,
        place.time_period,
        phase.education_phase,
        count(distinct lineage) filter (where status = 'Active') as schools,
        count(*) filter (where status = 'Active' and stage = 'Developing') as developing,
        count(*) filter (where status = 'Active' and stage = 'Embedding') as embedding,
        count(*) filter (where status = 'Active' and stage = 'Sustaining') as sustaining,
        count(distinct lineage) filter (where status <> 'Active') as not_continuing,
        count(distinct lineage) filter (where status = 'Paused' and expected_return is not null) as to_return,
        count(distinct lineage) filter (
            where
                status <> 'Active'
                and reason_group(reason) in ('Staff turnover', 'Long-term absence')
        ) as for_staff,
        count(distinct lineage) filter (where status <> 'Active' and trim(reason) <> '') as with_reason
    from place
    join phase
        on phase.education_phase = 'Total'
        or phase.education_phase = place.phase
    group by all
),
listed as (
    select hub, time_period, education_phase, 'Schools active on the pathway' as quantity, schools as counted, null as out_of
    from counted
    union all
    select hub, time_period, education_phase, 'Developing', developing, null
    from counted
    union all
    select hub, time_period, education_phase, 'Embedding', embedding, null
    from counted
    union all
    select hub, time_period, education_phase, 'Sustaining', sustaining, null
    from counted
    union all
    select hub, time_period, education_phase, 'Schools eligible and not continuing', not_continuing, null
    from counted
    union all
    select hub, time_period, education_phase, 'Schools expected to return', to_return, null
    from counted
    union all
    select hub, time_period, education_phase, 'Schools pausing for staff turnover or absence', for_staff, with_reason
    from counted
),
-- The spellings of a cohort: "SMS C6", "C6", "Cohort 6". The letters of the programme are in front of it, or in the
-- title, either as letters or as the initials of three or more words.
lead_cohort as (
    select
        claim_in_force.hub,
        claim_in_force.time_period,
        pd_lead.lead,
        regexp_extract(upper(concat_ws(' ', pd_lead.title, pd_lead.cohort)), '\bC(?:OHORT)? ?(\d{1,2})\b', 1) as cohort,
        coalesce(
            nullif(regexp_extract(upper(pd_lead.cohort), '\b([A-Z]{2,5}) ?C(?:OHORT)? ?\d', 1), ''),
            nullif(nullif(regexp_extract(pd_lead.title, '\b([A-Z]{2,5})\b', 1), ''), 'PD'),
            case
                when regexp_matches(trim(pd_lead.title), '^\w+( \w+){2,4}$')
                then upper(
                    regexp_replace(
                        regexp_replace(trim(pd_lead.title), '(?i)\b(of|for|in|and|the) ', '', 'g'),
                        '(\w)\w* ?',
                        '\1',
                        'g'
                    )
                )
            end,
            ''
        ) as programme
    from pd_lead
    join claim_in_force using (claim)
    -- Accredited leads are no longer in training; a list may not say so.
    where coalesce(pd_lead.accreditation, 'In training') = 'In training'
),
-- Leads for whom the list gives no programme may be in any.
of_programme as (
    select
        lead_cohort.*,
        named.programme as of_programme
    from lead_cohort
    join (
        select distinct
            hub,
            time_period,
            cohort,
            programme
        from lead_cohort
    ) as named
        on named.hub = lead_cohort.hub
        and named.time_period = lead_cohort.time_period
        and named.cohort = lead_cohort.cohort
        and lead_cohort.programme in (named.programme, '')
    where named.programme <> ''
),
people as (
    select
        hub,
        time_period,
        'Total' as education_phase,
        'C' || cohort || ' in training' as quantity,
        count(distinct lead) as counted,
        null as out_of
    from lead_cohort
    where cohort <> ''
    group by all
    union all
    select
        hub,
        time_period,
        'Total' as education_phase,
        of_programme || ' C' || cohort || ' in training' as quantity,
        count(distinct lead) as counted,
        null as out_of
    from of_programme
    where cohort <> ''
    group by all
    union all
    select
        hub,
        time_period,
        'Total' as education_phase,
        'C' || cohort || ' in training of no programme' as quantity,
        count(distinct lead) filter (where programme = '') as counted,
        null as out_of
    from lead_cohort
    where cohort <> ''
    group by all
),
-- Counted as in the figures of the report.
records as (
    select
        school_year.hub,
        school_year.time_period,
        phase.education_phase,
        'Schools engaged' as quantity,
        count(*) filter (where school_year.rung >= 2) as counted,
        count(*) as out_of
    from school_year
    join phase
        on phase.education_phase = 'Total'
        or phase.education_phase = school_year.phase
    group by all
    union all
    select
        followed_school.hub,
        followed_school.time_period,
        phase.education_phase,
        'Schools of last year that came back' as quantity,
        count(*) filter (where followed_school.fate in ('Stayed', 'Converted')) as counted,
        count(followed_school.urn) as out_of
    from followed_school
    join phase
        on phase.education_phase = 'Total'
        or phase.education_phase = coalesce(followed_school.phase, followed_school.phase_before)
    group by all
    union all
    select
        hub,
        time_period,
        'Total' as education_phase,
        'Satisfied respondents' as quantity,
        count(*) filter (where overall >= 4) as counted,
        count(*) as out_of
    from response
    where overall is not null
    group by all
    union all
    select
        hub,
        time_period,
        'Total' as education_phase,
        'Participations that were completed' as quantity,
        count(*) filter (where rung = 3) as counted,
        count(*) as out_of
    from participation
    group by all
    union all
    select
        hub,
        time_period,
        'Total' as education_phase,
        'Places filled' as quantity,
        sum(places_filled)::bigint as counted,
        sum(places_offered)::bigint as out_of
    from delivered
    where
        places_filled is not null
        and places_offered is not null
    group by all
)
from listed
union all
from people
union all
from records;
