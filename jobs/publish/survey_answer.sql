-- One row per network, hub (or Total), academic year, survey item and answer. Responses are null where the symbol is c,
-- because fewer than 10 respondents or fewer than 3 schools answered the item.
create or replace table survey_answer as
with item as (
    select
        item_order,
        field,
        item,
        lowest,
        highest
    from (
        values
            (1, 'overall', 'Satisfied overall', 1, 5),
            (2, 'aim1', 'Meets my approval', 1, 5),
            (3, 'aim2', 'Is appealing to me', 1, 5),
            (4, 'aim3', 'I like it', 1, 5),
            (5, 'aim4', 'I welcome it', 1, 5),
            (6, 'trust', 'I trust the hub for advice', 1, 5),
            (7, 'recommend', 'Would recommend the hub', 0, 10)
    ) as items (item_order, field, item, lowest, highest)
),
choice as (
    select
        item.item_order,
        item.field,
        item.item,
        scale.step::integer as option_order,
        case
            when item.highest = 10 then scale.step::varchar
            else ['Strongly disagree', 'Disagree', 'Neither agree nor disagree', 'Agree', 'Strongly agree'][scale.step]
        end as option
    from item
    join range(0, 11) as scale (step) on scale.step between item.lowest and item.highest
),
answer as (
    unpivot (
        select
            figure_hub.network,
            figure_hub.hub,
            response.time_period,
            response.lineage,
            response.overall,
            response.aim1,
            response.aim2,
            response.aim3,
            response.aim4,
            response.trust,
            response.recommend
        from response
        join figure_hub on figure_hub.member = response.hub
    )
    on overall, aim1, aim2, aim3, aim4, trust, recommend
    into name field value given
),
answered as (
    select
        network,
        hub,
        time_period,
        field,
        count(*) as respondents,
        count(distinct lineage) as schools
    from answer
    group by all
),
counted as (
    select
        network,
        hub,
        time_period,
        field,
        given,
        count(*) as responses
    from answer
    group by all
)
select
    answered.network,
    answered.hub,
    answered.time_period,
    choice.item_order,
    choice.item,
    choice.option_order,
    choice.option,
    case when answered.respondents >= 10 and answered.schools >= 3 then coalesce(counted.responses, 0) end as responses,
    case when answered.respondents < 10 or answered.schools < 3 then 'c' end as symbol
from answered
join choice using (field)
left join counted
    on counted.network = answered.network
    and counted.hub = answered.hub
    and counted.time_period = answered.time_period
    and counted.field = answered.field
    and counted.given = choice.option_order
order by
    answered.network,
    answered.hub,
    answered.time_period,
    choice.item_order,
    choice.option_order;
