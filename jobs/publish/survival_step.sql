-- One row per network, hub (or Total), academic year and year since a school's first: how many schools were at risk
-- then, how many were lost, and the share still engaged. As long as the returns reach back; a hub has rows from 20
-- schools ever engaged on, as its indicator has values.
create or replace table survival_step as
with spanned as (
    select
        network,
        hub,
        time_period,
        count(*) as lineages
    from engagement_duration
    semi join figure_hub using (network, hub)
    group by all
),
first_return as (
    select
        return_received.network,
        return_received.hub,
        min(academic_year.start_year) as first_year
    from return_received
    join academic_year using (time_period)
    where return_received.return_name = 'engagement'
    group by all
),
step as (
    select
        spanned.network,
        spanned.hub,
        spanned.time_period,
        steps.year,
        count(*) filter (where duration.years >= steps.year) as at_risk,
        count(*) filter (where duration.is_event and duration.years = steps.year) as events
    from spanned
    join academic_year using (time_period)
    join first_return using (network, hub)
    cross join range(0, 9) as steps (year)
    join engagement_duration as duration
        on duration.network = spanned.network
        and duration.hub = spanned.hub
        and duration.time_period = spanned.time_period
    where
        steps.year <= academic_year.start_year - first_return.first_year
        and (spanned.hub = 'Total' or spanned.lineages >= 20)
    group by all
),
survived as (
    select
        step.network,
        step.hub,
        step.time_period,
        step.year,
        step.at_risk,
        step.events,
        list({'at_risk': so_far.at_risk, 'events': so_far.events} order by so_far.year) as steps
    from step
    join step as so_far
        on so_far.network = step.network
        and so_far.hub = step.hub
        and so_far.time_period = step.time_period
        and so_far.year <= step.year
    group by all
)
select
    network,
    hub,
    time_period,
    year,
    at_risk,
    events,
    100 * kaplan_meier(steps) as value,
    100 * survival_lower(kaplan_meier(steps), greenwood(steps)) as value_lower_ci,
    100 * survival_upper(kaplan_meier(steps), greenwood(steps)) as value_upper_ci
from survived
order by
    network,
    hub,
    time_period,
    year;
