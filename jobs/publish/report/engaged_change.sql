-- One row per (network, hub, time_period, step): a step between the number of engaged schools of the year before and
-- that of this year. The steps add up: engaged last year, less those that stopped, paused, closed or moved to
-- another area, plus those that are new or returning, gives those engaged this year. level is the number after the
-- step; gained and lost are what the step adds or removes. Computed if the returns of both years were received
-- without a gap; for a network from the hubs that sent both. If a pathway return is missing (pathway_missing), the
-- schools that stopped and those that paused are one step.
create or replace table engaged_change as
with standing as (
    select
        figure_standing.network,
        figure_standing.hub,
        figure_standing.counted_as,
        figure_standing.time_period,
        pathway_missing.hub is not null as lacks_pathway
    from figure_standing
    left join pathway_missing
        on pathway_missing.network = figure_standing.network
        and pathway_missing.hub = figure_standing.counted_as
        and pathway_missing.time_period = figure_standing.time_period
    where
        indicator = 'schools_retained_percent'
        and is_covered
        and is_given
        and not coalesce(is_partial, false)
),
before as (
    select
        standing.network,
        standing.hub,
        standing.time_period,
        bool_or(standing.lacks_pathway) as lacks_pathway,
        count(*) as schools,
        count(*) filter (where followed_school.fate in ('Stayed', 'Converted')) as kept,
        count(*) filter (where followed_school.fate = 'Left') as stopped,
        count(*) filter (where followed_school.fate = 'Paused') as paused,
        count(*) filter (where followed_school.fate = 'Closed') as closed,
        count(*) filter (where followed_school.fate = 'Moved area') as moved
    from standing
    join followed_school
        on followed_school.network = standing.network
        and followed_school.hub = standing.counted_as
        and followed_school.time_period = standing.time_period
    group by all
),
now as (
    select
        standing.network,
        standing.hub,
        standing.time_period,
        count(*) as schools
    from standing
    join school_year
        on school_year.network = standing.network
        and school_year.hub = standing.counted_as
        and school_year.time_period = standing.time_period
    where school_year.rung >= 2
    group by all
),
changed as (
    select
        before.network,
        before.hub,
        before.time_period,
        steps.step_order,
        case when steps.step_order = 2 and before.lacks_pathway then 'Stopped or paused' else steps.step end as step,
        case steps.step_order
            when 1 then before.schools
            when 2 then -before.stopped - case when before.lacks_pathway then before.paused else 0 end
            when 3 then -before.paused
            when 4 then -before.closed
            when 5 then -before.moved
            else coalesce(now.schools, 0) - before.kept
        end as change
    from before
    left join now using (network, hub, time_period)
    cross join (
        values
            (1, 'Engaged last year'),
            (2, 'Stopped'),
            (3, 'Paused'),
            (4, 'Closed'),
            (5, 'Moved to another area'),
            (6, 'New or returning')
    ) as steps (step_order, step)
    where not (before.lacks_pathway and steps.step = 'Paused')
)
select
    network,
    hub,
    time_period,
    step_order,
    step,
    greatest(change, 0)::bigint as gained,
    greatest(-change, 0)::bigint as lost,
    sum(change) over (
        partition by
            network,
            hub,
            time_period
        order by step_order
    )::bigint as level
from changed
order by
    network,
    hub,
    time_period,
    step_order;
