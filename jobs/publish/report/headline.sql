-- One row per (network, hub, time_period, base, step, reach_window, scope): the share of schools that a network
-- reached under one of the definitions that a headline may have: of all schools and colleges or without the
-- colleges; enrolled, attended or completed; this year or in any year so far; of the hubs whose returns were
-- received, or of all open hubs (where a missing return counts as no school). same_as names the indicator and
-- breakdown with this definition. Its hub is Total.
create or replace table headline as
with definition_window as (
    select
        window_order,
        reach_window,
        indicator
    from (
        values
            (1, 'This year', 'schools_engaged_percent'),
            (2, 'Any year so far', 'schools_engaged_cumulative_percent')
    ) as windows (window_order, reach_window, indicator)
),
scope as (
    select
        figure_standing.network,
        figure_standing.time_period,
        definition_window.window_order,
        definition_window.reach_window,
        definition_window.indicator,
        1 as scope_order,
        'Hubs that returned' as scope,
        figure_standing.counted_as,
        figure_standing.hubs_contributing as hubs
    from figure_standing
    join definition_window using (indicator)
    where
        figure_standing.hub = 'Total'
        and figure_standing.is_received
    union all
    select
        figure_standing.network,
        figure_standing.time_period,
        definition_window.window_order,
        definition_window.reach_window,
        null as indicator,
        2 as scope_order,
        'All hubs open' as scope,
        'Total' as counted_as,
        figure_standing.hubs_open as hubs
    from figure_standing
    join definition_window using (indicator)
    where
        figure_standing.hub = 'Total'
        and figure_standing.is_received
),
highest as (
    select
        scope.network,
        scope.time_period,
        scope.window_order,
        scope.scope_order,
        school_engagement.lineage,
        max(school_engagement.rung) as rung
    from scope
    join school_engagement
        on school_engagement.network = scope.network
        and school_engagement.hub = scope.counted_as
        and school_engagement.time_period <= scope.time_period
        and (scope.window_order = 2 or school_engagement.time_period = scope.time_period)
    group by all
),
school_reached as (
    select
        scope.*,
        coalesce(school.is_college, false) as is_college,
        coalesce(highest.rung, 0) as rung
    from scope
    join eligible_school
        on eligible_school.network = scope.network
        and eligible_school.hub = scope.counted_as
        and eligible_school.time_period = scope.time_period
    left join school on school.urn = eligible_school.urn
    left join highest
        on highest.network = scope.network
        and highest.time_period = scope.time_period
        and highest.window_order = scope.window_order
        and highest.scope_order = scope.scope_order
        and highest.lineage = eligible_school.lineage
),
counted as (
    select
        network,
        time_period,
        window_order,
        reach_window,
        indicator,
        scope_order,
        scope,
        hubs,
        base_order,
        step_order,
        count(*) as denominator,
        count(*) filter (where rung >= step_order) as numerator
    from school_reached
    cross join (values (1), (2)) as bases (base_order)
    cross join (values (1), (2), (3)) as steps (step_order)
    where
        base_order = 1
        or not is_college
    group by all
)
select
    network,
    'Total' as hub,
    time_period,
    base_order,
    ['Schools and colleges', 'Schools without colleges'][base_order] as base,
    step_order,
    ['Enrolled', 'Attended', 'Completed'][step_order] as step,
    window_order,
    reach_window,
    scope_order,
    scope,
    hubs,
    numerator,
    denominator,
    100 * numerator / nullif(denominator, 0)::double as value,
    'percent' as unit,
    case
        when scope_order = 1 and base_order = 1 and window_order = 1
            then indicator || case step_order when 1 then ', Enrolled' when 3 then ', Completed' else '' end
        when scope_order = 1 and base_order = 1 and step_order = 2 then indicator
    end as same_as
from counted
order by
    network,
    time_period,
    base_order,
    step_order,
    window_order,
    scope_order;
