-- title:        Engagement that lasts
-- question:     What share of the schools ever engaged is still engaged after one, two, three and five years?
-- numerator:    none
-- denominator:  none
-- unit:         percent
-- higher is:    better
-- outcome:      sustainability
-- also:         none
-- construct:    durability
-- notes:        Counted from a school's first engaged year, as known in the year of the figure. A school is lost where
--               it is eligible in two returned years in a row and engaged in neither; one that closed or moved to
--               another area in them is followed to its last engaged year only, like one still engaged. There is no
--               figure before that many years of returns have been collected, nor for a hub of fewer than 20 schools. n
--               is the schools ever engaged.
-- why:          Last year to this year tells of one step; change takes a longer walk.
-- source:       Kaplan and Meier (1958); Nese et al. (2016); engagement returns, school register
-- counts:       schools
-- interval:     greenwood
-- levels:       hub network
-- breakdowns:   1 year, 2 years, 3 years, 5 years
-- returns:      engagement
-- years:        this
-- reviewed:     2026-11-25
-- version:      2

with horizon as (
    select
        year,
        breakdown
    from (values (1, '1 year'), (2, '2 years'), (3, '3 years'), (5, '5 years')) as horizons (year, breakdown)
),
unit as (
    select
        duration.network,
        duration.hub,
        duration.time_period,
        'Total' as education_phase,
        horizon.breakdown,
        horizon.year,
        duration.lineage,
        0 as since,
        duration.fate,
        duration.is_event,
        duration.years,
        case when duration.is_event then 'Lost after ' else 'Followed for ' end || duration.years || ' years' as part,
        1 as n
    from engagement_duration as duration
    cross join horizon
),
step as (
    select
        unit.network,
        unit.hub,
        unit.time_period,
        unit.breakdown,
        unit.year as horizon,
        steps.year,
        sum(unit.n) as lineages,
        count(*) filter (where unit.years >= steps.year) as at_risk,
        count(*) filter (where unit.is_event and unit.years = steps.year) as events
    from unit
    join range(1, 6) as steps (year) on steps.year <= unit.year
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
survived as (
    select
        network,
        hub,
        time_period,
        horizon,
        breakdown,
        max(lineages) as n,
        list({'at_risk': at_risk, 'events': events} order by year) as steps
    from step
    group by all
),
shown as (
    select
        survived.*,
        academic_year.start_year - first_return.first_year >= survived.horizon
            and (survived.hub = 'Total' or survived.n >= 20) as is_shown,
        kaplan_meier(survived.steps) as share,
        greenwood(survived.steps) as greenwood_sum
    from survived
    join academic_year using (time_period)
    join first_return using (network, hub)
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
    fewest([step.events for step in steps]) as schools
from shown;
