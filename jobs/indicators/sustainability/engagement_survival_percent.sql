-- title:        Retention over time
-- question:     What share of schools still takes part one, two, three and five years after joining?
-- numerator:    none
-- denominator:  none
-- unit:         percent
-- higher is:    better
-- outcome:      sustainability
-- also:         none
-- construct:    durability
-- notes:        A discrete life table. A school joins in the first year in which it is engaged and eligible. It has
--               stopped after t years where it is engaged neither in that year nor in the next. This can be seen only
--               where both years were returned (for a network, by the hub in whose area the school lies) and the school
--               was eligible in both. The share is the product, over the years up to t, of 1 less the schools that
--               stopped divided by the schools at risk. n is the number of schools at risk in year t. Not available
--               until one more year has been returned, for a hub with fewer than 20 schools at risk, or where no school
--               was at risk in an earlier year. An earlier year that an open hub did not return makes the figure of the
--               hub and of the network unreliable.
-- why:          Retention from one year to the next does not show whether schools take part for several years.
-- source:       Singer and Willett (2003); Greenwood (1926); engagement returns, school register
-- counts:       schools
-- interval:     greenwood
-- levels:       hub network
-- breakdowns:   1 year, 2 years, 3 years, 5 years
-- returns:      engagement
-- years:        all up to this
-- reviewed:     2026-12-01
-- version:      4

with horizon as (
    select
        year,
        breakdown
    from (values (1, '1 year'), (2, '2 years'), (3, '3 years'), (5, '5 years')) as horizons (year, breakdown)
),
unit as (
    select
        survival.network,
        survival.hub,
        network_year.time_period,
        'Total' as education_phase,
        horizon.breakdown,
        horizon.year as horizon,
        survival.lineage,
        0 as since,
        survival.step,
        survival.is_lost,
        'Year ' || survival.step || case when survival.is_lost then ', lost' else ', still engaged' end as part,
        (survival.step = horizon.year)::integer as n
    from school_survival as survival
    join network_year
        on network_year.network = survival.network
        and network_year.time_period >= survival.known_period
    join horizon on survival.step <= horizon.year
),
step as (
    select
        network,
        hub,
        time_period,
        breakdown,
        horizon,
        step,
        sum(n) as n,
        count(*) as at_risk,
        count(*) filter (where is_lost) as lost
    from unit
    group by all
),
first_return as (
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
survived as (
    select
        network,
        hub,
        time_period,
        horizon,
        breakdown,
        sum(n) as n,
        count(*) as years,
        list({'at_risk': at_risk, 'events': lost} order by step) as steps,
        list({'at_risk': rounded_count(at_risk), 'events': rounded_count(lost)} order by step) as rounded_steps
    from step
    group by all
),
shown as (
    select
        survived.*,
        survived.years = survived.horizon
            and academic_year.start_year >= first_return.first_year + survived.horizon + 1
            and (survived.hub = 'Total' or survived.n >= 20) as is_shown,
        kaplan_meier(survived.steps) as share,
        greenwood(survived.steps) as greenwood_sum,
        survived.years = survived.horizon
            and academic_year.start_year >= first_return.first_year + survived.horizon + 1
            and (survived.hub = 'Total' or rounded_count(survived.n) >= 20)
            and list_min([step.at_risk for step in survived.rounded_steps]) > 0 as is_public,
        kaplan_meier(survived.rounded_steps) as rounded_share,
        greenwood(survived.rounded_steps) as rounded_greenwood_sum
    from survived
    join academic_year using (time_period)
    left join first_return using (network, hub)
)
select
    network,
    hub,
    time_period,
    'Total' as education_phase,
    breakdown,
    n,
    case when is_shown then 100 * share end as value,
    case when is_shown then 100 * survival_lower(share, greenwood_sum) end as value_lower_ci,
    case when is_shown then 100 * survival_upper(share, greenwood_sum) end as value_upper_ci,
    case when is_public then 100 * rounded_share end as public_value,
    case when is_public then 100 * survival_lower(rounded_share, rounded_greenwood_sum) end as public_lower_ci,
    case when is_public then 100 * survival_upper(rounded_share, rounded_greenwood_sum) end as public_upper_ci,
    list_concat([step.at_risk for step in steps], [step.events for step in steps])::bigint[] as public_counts
from shown;
