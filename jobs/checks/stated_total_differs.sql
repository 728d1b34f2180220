-- Stated totals that the returned rows do not come to, and totals that cannot all be of the same thing. Schools,
-- memberships (a school at a stage) and places (rows) are three different things: 36 schools may well hold 44 places.
-- Where places are more than schools it says how many schools at the least must hold more than one.
with place as (
    select
        pathway.hub,
        pathway.time_period,
        lineage.lineage,
        pathway.stage
    from pathway
    semi join claim_in_force on claim_in_force.claim = pathway.claim
    join lineage on lineage.urn = pathway.urn
    where pathway.status = 'Active'
),
computed as (
    select hub, time_period, 'Schools active on the pathway' as quantity, count(distinct lineage) as computed
    from place
    group by all
    union all
    select hub, time_period, stage as quantity, count(*) as computed
    from place
    group by all
),
returned as (
    select
        hub,
        time_period,
        count(distinct lineage) as schools,
        count(distinct (lineage, stage)) as memberships,
        count(*) as places
    from place
    group by all
),
stated as (
    select stated_total.*
    from stated_total
    semi join claim_in_force on claim_in_force.claim = stated_total.claim
),
-- Asked only where each stage is stated as the rows have it: else the stage itself is what is asked about.
stated_places as (
    select
        hub,
        time_period,
        sum(stated.stated_value)::bigint as places,
        count(*) as stages,
        string_agg(stated.stated_value::varchar, ' + ' order by stage_rank(quantity)) as sum
    from stated
    join computed using (hub, time_period, quantity)
    where quantity in ('Developing', 'Embedding', 'Sustaining')
    group by all
    having bool_and(stated.stated_value = computed.computed)
)
select
    stated.claim,
    stated.row_number,
    'stated_value' as field,
    stated.stated_value::varchar as found,
    case
        when stated_places.places > stated.stated_value and stated.quantity = 'Schools active on the pathway' then format(
            '{} is stated as {}, and the stages as {} = {} places; at least {} schools must hold more than one ({} if none holds three); the returned rows come to {} schools, {} memberships and {} places; kept, please confirm.',
            stated.quantity,
            stated.stated_value,
            stated_places.sum,
            stated_places.places,
            -- A school can hold a place at each stage, so it explains at most all stages but one.
            ceil((stated_places.places - stated.stated_value) / greatest(stated_places.stages - 1, 1))::bigint,
            stated_places.places - stated.stated_value,
            returned.schools,
            returned.memberships,
            returned.places
        )
        else format(
            '{} is stated as {}, and the returned rows come to {}; correct one of the two; both were kept.',
            stated.quantity, stated.stated_value, computed.computed
        )
    end as message
from stated
join computed using (hub, time_period, quantity)
join returned using (hub, time_period)
left join stated_places using (hub, time_period)
where
    stated.stated_value <> computed.computed
    or stated.quantity = 'Schools active on the pathway' and stated_places.places > stated.stated_value
order by stated.claim, stated.row_number;
