-- One row per (hub, time_period, education_phase, quantity): what the returns of a hub come to for a quantity that an
-- evaluator may state, for all schools (Total) and for those of each phase: out_of is what a share is of; null where
-- there is none. people are of no phase.
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
                and regexp_matches(lower(reason), 'turnover|absen|staff|recruit|maternity|ill|sick')
        ) as for_staff,
        count(distinct lineage) filter (where status <> 'Active' and reason is not null) as with_reason
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
-- A cohort as it is written: "SMS C6", "C6", "Cohort 6"; the letters before it are the programme.
lead_cohort as (
    select
        claim_in_force.hub,
        claim_in_force.time_period,
        pd_lead.lead,
        regexp_extract(upper(concat_ws(' ', pd_lead.title, pd_lead.cohort)), '\bC(?:OHORT)? ?(\d{1,2})\b', 1) as cohort,
        upper(concat_ws(' ', pd_lead.title, pd_lead.cohort)) as said
    from pd_lead
    join claim_in_force using (claim)
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
)
from listed
union all
from people;
