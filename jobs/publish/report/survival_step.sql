-- One row per (network, hub, time_period, year): a year since a school's first: how many schools of a hub (or Total)
-- were at risk then, how many were lost, and the share still engaged. Only the years for which its indicator has
-- values, and not the first year, in which no school is lost.
create or replace table survival_step as
with first_return as (
    select
        figure_hub.network,
        figure_hub.hub,
        min(academic_year.start_year) as first_year
    from return_received
    join figure_hub
        on figure_hub.member = return_received.hub
        and figure_hub.time_period = return_received.time_period
    join academic_year on academic_year.time_period = return_received.time_period
    where return_received.return_name = 'engagement'
    group by all
),
step as (
    select
        school_survival.network,
        school_survival.hub,
        network_year.time_period,
        school_survival.step,
        count(*) as at_risk,
        count(*) filter (where school_survival.is_lost) as lost
    from school_survival
    join network_year
        on network_year.network = school_survival.network
        and network_year.time_period >= school_survival.known_period
    group by all
),
tabled as (
    select
        step.*,
        list({'at_risk': at_risk, 'events': lost}) over so_far as steps,
        min(step) over so_far = 1 and count(*) over so_far = step as is_whole
    from step
    window so_far as (partition by network, hub, time_period order by step)
),
shown as (
    select
        tabled.*,
        kaplan_meier(tabled.steps) as share,
        greenwood(tabled.steps) as greenwood_sum
    from tabled
    join academic_year using (time_period)
    join first_return using (network, hub)
    join figure_standing using (network, hub, time_period)
    where
        figure_standing.indicator = 'engagement_survival_percent'
        and figure_standing.is_given
        and figure_standing.is_covered
        and tabled.is_whole
        and academic_year.start_year >= first_return.first_year + tabled.step + 1
        and (tabled.hub = 'Total' or tabled.at_risk >= 20)
)
select
    network,
    hub,
    time_period,
    step as year,
    at_risk,
    lost as events,
    100 * share as value,
    100 * survival_lower(share, greenwood_sum) as value_lower_ci,
    100 * survival_upper(share, greenwood_sum) as value_upper_ci
from shown
union all
select
    network,
    hub,
    time_period,
    0 as year,
    max(at_risk) as at_risk,
    0 as events,
    100 as value,
    null as value_lower_ci,
    null as value_upper_ci
from shown
where step = 1
group by all
order by
    network,
    hub,
    time_period,
    year;
