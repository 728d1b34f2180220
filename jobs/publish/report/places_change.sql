-- One row per (network, hub, time_period, step): how a hub's places offered and filled changed since the year
-- before: those of activities that ended, of new ones, and of the same activities in both years (by activity
-- identity across yearly codes). The numbers of these steps are changes; a step without activities is left out. The
-- steps add up: last year, less what ended, plus what is new and what changed, gives this year. Only rows that state
-- both numbers count, as in places_filled_percent; an activity that was delivered in both years, and states them in
-- only one, is a separate step. There are no rows if no activity of either year states them, or an activity has no
-- code.
create or replace table places_change as
with stated as (
    select
        network,
        hub,
        time_period,
        identity,
        sum(places_offered) filter (where places_filled is not null)::bigint as offered,
        sum(places_filled) filter (where places_offered is not null)::bigint as filled
    from delivered
    group by all
),
pair as (
    select
        now.network,
        now.hub,
        now.time_period,
        academic_year.previous_period
    from stated as now
    join academic_year on academic_year.time_period = now.time_period
    join stated as before
        on before.hub = now.hub
        and before.time_period = academic_year.previous_period
    group by all
    having
        bool_and(now.identity is not null)
        and bool_and(before.identity is not null)
        and bool_or(now.offered is not null)
        and bool_or(before.offered is not null)
),
activity as (
    select
        pair.network,
        pair.hub,
        pair.time_period,
        stated.identity,
        bool_or(stated.time_period = pair.previous_period) as was_delivered,
        bool_or(stated.time_period = pair.time_period) as is_delivered,
        sum(stated.offered) filter (where stated.time_period = pair.previous_period) as last_year_offered,
        sum(stated.filled) filter (where stated.time_period = pair.previous_period) as last_year_filled,
        sum(stated.offered) filter (where stated.time_period = pair.time_period) as offered,
        sum(stated.filled) filter (where stated.time_period = pair.time_period) as filled
    from pair
    join stated
        on stated.hub = pair.hub
        and stated.time_period in (pair.time_period, pair.previous_period)
    group by all
),
stepped as (
    select
        activity.network,
        activity.hub,
        activity.time_period,
        steps.step_order,
        steps.step,
        case steps.step_order
            when 1 then activity.last_year_offered
            when 2 then case when not activity.is_delivered then -activity.last_year_offered end
            when 3 then case when not activity.was_delivered then activity.offered end
            when 4 then activity.offered - activity.last_year_offered
            when 5 then case
                when activity.was_delivered and activity.is_delivered
                then case
                    when activity.last_year_offered is null then activity.offered
                    when activity.offered is null then -activity.last_year_offered
                end
            end
            else activity.offered
        end as offered,
        case steps.step_order
            when 1 then activity.last_year_filled
            when 2 then case when not activity.is_delivered then -activity.last_year_filled end
            when 3 then case when not activity.was_delivered then activity.filled end
            when 4 then activity.filled - activity.last_year_filled
            when 5 then case
                when activity.was_delivered and activity.is_delivered
                then case
                    when activity.last_year_filled is null then activity.filled
                    when activity.filled is null then -activity.last_year_filled
                end
            end
            else activity.filled
        end as filled
    from activity
    cross join (
        values
            (1, 'Last year'),
            (2, 'Activities that ended'),
            (3, 'New activities'),
            (4, 'Change in the same activities'),
            (5, 'Places not stated in one year'),
            (6, 'This year')
    ) as steps (step_order, step)
)
select
    network,
    hub,
    time_period,
    step_order,
    step,
    step_order between 2 and 5 as is_change,
    'percent' as unit,
    count(offered) as activities,
    coalesce(sum(offered), 0)::bigint as places_offered,
    coalesce(sum(filled), 0)::bigint as places_filled,
    case
        when step_order in (1, 6) and sum(offered) >= 10 then 100 * sum(filled) / sum(offered)::double
    end as value
from stepped
group by
    network,
    hub,
    time_period,
    step_order,
    step
having step_order in (1, 6) or count(offered) > 0
order by
    network,
    hub,
    time_period,
    step_order;
