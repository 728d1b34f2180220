-- Stated totals that differ from the returned rows, and totals that cannot all count the same thing. Schools,
-- memberships (a school at a stage) and places (rows) are three different counts: 36 schools may well hold 44 places.
-- If there are more places than schools, it gives the minimum number of schools that hold more than one.
-- found: {quantity}[ ({phase})]: stated {stated_value}, calculated {computed}[ schools, {memberships} memberships and {places}
--   places].[ The stated stages add up to {stages} = {stated_places} places, so at least {least} must hold more than
--   one ({most} if none holds three).]
-- accepted: Correct one of the two, or confirm both in a note.
-- action: Both were kept.
with place as (
    select
        pathway.hub,
        pathway.time_period,
        lineage.lineage,
        pathway.stage,
        phase.education_phase
    from pathway
    semi join claim_in_force on claim_in_force.claim = pathway.claim
    join lineage on lineage.urn = pathway.urn
    left join school on school.urn = pathway.urn
    join (
        select unnest(['Total', 'Primary', 'Secondary', 'Post-16']) as education_phase
    ) as phase
        on phase.education_phase = 'Total'
        or phase.education_phase = school.phase
    where pathway.status = 'Active'
),
computed as (
    select hub, time_period, education_phase, 'Schools active on the pathway' as quantity, count(distinct lineage) as computed
    from place
    group by all
    union all
    select hub, time_period, education_phase, stage as quantity, count(*) as computed
    from place
    group by all
),
returned as (
    select
        hub,
        time_period,
        education_phase,
        count(distinct lineage) as schools,
        count(distinct (lineage, stage)) as memberships,
        count(*) as places
    from place
    group by all
),
stated as (
    select
        stated_total.* exclude (education_phase),
        coalesce(stated_total.education_phase, 'Total') as education_phase
    from stated_total
    semi join claim_in_force on claim_in_force.claim = stated_total.claim
),
-- Only if each stage is stated as in the rows: otherwise the query is about the stage itself.
stated_places as (
    select
        hub,
        time_period,
        education_phase,
        sum(stated.stated_value)::bigint as places,
        count(*) as stages,
        string_agg(stated.stated_value::varchar, ' + ' order by stage_rank(quantity)) as sum
    from stated
    join computed using (hub, time_period, education_phase, quantity)
    where quantity in ('Developing', 'Embedding', 'Sustaining')
    group by all
    having bool_and(stated.stated_value = computed.computed)
),
-- Schools that hold more than one place, if more places than schools are stated.
overlap as (
    select
        stated.hub,
        stated.time_period,
        stated.education_phase,
        stated.quantity,
        stated_places.sum as stages,
        stated_places.places as stated_places,
        -- A school can hold a place at each stage, so it explains at most all stages but one.
        ceil((stated_places.places - stated.stated_value) / greatest(stated_places.stages - 1, 1))::bigint as least,
        stated_places.places - stated.stated_value as most,
        returned.memberships,
        returned.places
    from stated
    join stated_places using (hub, time_period, education_phase)
    join returned using (hub, time_period, education_phase)
    where
        stated.quantity = 'Schools active on the pathway'
        and stated_places.places > stated.stated_value
)
select
    stated.claim,
    stated.row_number,
    'stated_value' as field,
    stated.stated_value::varchar as value,
    stated.quantity,
    case when stated.education_phase <> 'Total' then lower(stated.education_phase) end as phase,
    stated.stated_value,
    coalesce(computed.computed, 0) as computed,
    overlap.stages,
    overlap.stated_places,
    overlap.least || if(overlap.least = 1, ' school', ' schools') as least,
    overlap.most,
    overlap.memberships,
    overlap.places
from stated
semi join return_received
    on return_received.hub = stated.hub
    and return_received.time_period = stated.time_period
    and return_received.return_name = 'pathway'
left join computed using (hub, time_period, education_phase, quantity)
left join overlap using (hub, time_period, education_phase, quantity)
where
    stated.quantity in ('Schools active on the pathway', 'Developing', 'Embedding', 'Sustaining')
    and (
        -- No rows count as 0 if the return was received.
        stated.stated_value <> coalesce(computed.computed, 0)
        or overlap.quantity is not null
    )
order by stated.claim, stated.row_number;
