-- One row per row of these claims, with the keys that a unit may have.
create or replace temp table explained_source as
with source as (
    select
        claim,
        row_number,
        urn,
        activity,
        participant,
        null as lead,
        null as quantity,
        hub
    from engagement
    union all
    select claim, row_number, urn, null, null, null, null, hub from pathway
    union all
    select claim, row_number, null, activity, null, null, null, hub from delivery
    union all
    select claim, row_number, urn, activity, null, null, null, hub from survey_response
    union all
    select claim, row_number, null, null, null, lead, null, hub from pd_lead
    union all
    select
        claim,
        row_number,
        null,
        null,
        null,
        null,
        quantity || coalesce(' (' || education_phase || ')', ''),
        hub
    from stated_total
    union all
    select claim, row_number, urn, null, null, null, null, null from school_register
    union all
    select claim, row_number, null, null, null, null, null, hub from hub_list
)
select
    source.claim,
    source.row_number,
    lineage.lineage,
    source.activity,
    source.participant,
    source.lead,
    source.quantity,
    source.hub as member
from source
semi join explained_claim using (claim)
left join lineage using (urn);
