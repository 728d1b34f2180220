-- One row per (hub, time_period, quantity): a total that a hub stated for an academic year, and the total of its
-- accepted rows. Schools, memberships (a school at a stage or in an activity) and places (rows) are different
-- quantities. A total of one phase has it in its name.
create or replace table stated_quantity as
with phase as (
    select
        unnest(['Total', 'Primary', 'Secondary', 'Post-16']) as education_phase
),
pathway_count as (
    select
        pathway_place.network,
        pathway_place.hub,
        pathway_place.time_period,
        phase.education_phase,
        count(distinct lineage) filter (where pathway_place.status = 'Active') as "Schools active on the pathway",
        count(*) filter (where pathway_place.status = 'Active' and stage = 'Developing') as "Developing",
        count(*) filter (where pathway_place.status = 'Active' and stage = 'Embedding') as "Embedding",
        count(*) filter (where pathway_place.status = 'Active' and stage = 'Sustaining') as "Sustaining",
        count(distinct lineage) as "Schools on the pathway",
        count(distinct (lineage, stage)) as "Memberships on the pathway",
        count(*) as "Places on the pathway"
    from pathway_place
    left join school on school.urn = pathway_place.urn
    join phase
        on phase.education_phase = 'Total'
        or phase.education_phase = school.phase
    group by all
),
activity_count as (
    select
        network,
        hub,
        time_period,
        'Total' as education_phase,
        count(distinct participation.lineage) as "Schools in activities",
        count(distinct participation.lineage) filter (where eligible_school.lineage is null)
            as "Schools in activities from outside the area",
        count(distinct (participation.lineage, activity)) as "Memberships in activities",
        count(*) as "Places in activities"
    from participation
    left join eligible_school using (network, hub, time_period, lineage)
    group by all
),
computed as (
    unpivot pathway_count
    on columns(* exclude (network, hub, time_period, education_phase))
    into name quantity value computed
    union all
    unpivot activity_count
    on columns(* exclude (network, hub, time_period, education_phase))
    into name quantity value computed
),
stated as (
    select
        hub_year.network,
        hub_year.hub,
        hub_year.time_period,
        coalesce(stated_total.education_phase, 'Total') as education_phase,
        stated_total.quantity,
        max(stated_total.stated_value) as stated
    from stated_total
    semi join claim_in_force on claim_in_force.claim = stated_total.claim
    join hub_year using (hub, time_period)
    group by all
)
select
    network,
    hub,
    time_period,
    quantity || case when education_phase = 'Total' then '' else ' (' || education_phase || ')' end as quantity,
    stated.stated,
    computed.computed
from computed
full join stated using (network, hub, time_period, education_phase, quantity)
where
    education_phase = 'Total'
    or stated.stated is not null;
