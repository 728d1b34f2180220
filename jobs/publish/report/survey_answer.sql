-- One row per (network, hub, time_period, item_order, option_order): how many gave an answer to a survey item in a
-- hub (or Total). An item answered by fewer than 10 respondents or fewer than 3 schools is suppressed as a whole,
-- and has no rows.
create or replace table survey_answer as
with choice as (
    select
        survey_item.item_order,
        survey_item.field,
        survey_item.item,
        scale_point.point as option_order,
        scale_point.label as option
    from survey_item
    join scale_point using (scale)
),
answer as (
    unpivot (
        select
            figure_hub.network,
            figure_hub.hub,
            response.* exclude (network, hub, claim, row_number, activity, cluster)
        from response
        join figure_hub
            on figure_hub.member = response.hub
            and figure_hub.time_period = response.time_period
    )
    on columns(* exclude (network, hub, time_period, lineage))
    into name field value given
),
answered as (
    select
        answer.network,
        standing.hub,
        standing.counted_as,
        answer.time_period,
        answer.field
    from answer
    join figure_standing as standing
        on standing.indicator = 'respondents_satisfied_percent'
        and standing.network = answer.network
        and standing.counted_as = answer.hub
        and standing.time_period = answer.time_period
        and standing.is_covered
    group by all
    having
        count(*) >= 10
        and count(distinct answer.lineage) >= 3
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
    and counted.hub = answered.counted_as
    and counted.time_period = answered.time_period
    and counted.field = answered.field
    and counted.given = choice.option_order
order by
    answered.network,
    answered.hub,
    answered.time_period,
    choice.item_order,
    choice.option_order;
