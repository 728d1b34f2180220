-- One row per network, hub (or Total), academic year, survey item and answer. An item that fewer than 10 respondents or
-- fewer than 3 schools answered is suppressed as a whole, and has no rows.
create or replace table survey_answer as
with item as (
    select
        item_order,
        field,
        item
    from (
        values
            (1, 'overall', 'Satisfied overall'),
            (2, 'aim1', 'Meets my approval'),
            (3, 'aim2', 'Is appealing to me'),
            (4, 'aim3', 'I like it'),
            (5, 'aim4', 'I welcome it'),
            (6, 'trust', 'I trust the hub for advice')
    ) as items (item_order, field, item)
),
choice as (
    select
        item.item_order,
        item.field,
        item.item,
        scale.step::integer as option_order,
        ['Strongly disagree', 'Disagree', 'Neither agree nor disagree', 'Agree', 'Strongly agree'][scale.step] as option
    from item
    cross join range(1, 6) as scale (step)
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
            response.trust
        from response
        join figure_hub on figure_hub.member = response.hub
    )
    on overall, aim1, aim2, aim3, aim4, trust
    into name field value given
),
answered as (
    select
        network,
        hub,
        time_period,
        field
    from answer
    group by all
    having
        count(*) >= 10
        and count(distinct lineage) >= 3
),
counted as (
    select
        network,
        hub,
        time_period,
        field,
        given,
        count(*) as option_count
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
    coalesce(counted.option_count, 0) as option_count
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
