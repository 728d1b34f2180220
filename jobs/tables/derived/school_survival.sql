-- One row per (network, hub, lineage, step): a school ever engaged with a hub (or Total), and the number of years
-- (step) since the first year in which it was engaged and eligible, while a loss could be observed and it was not lost
-- before. It is lost at a step if it was engaged neither in that year nor in the year after. This can be observed if
-- returns were received for both years (for a network, from a hub in whose area it lies) and it was eligible in both.
-- Known from known_period on.
create or replace table school_survival as
with figure as (
    select distinct
        network,
        hub
    from figure_hub
    where
        hub = 'Total'
        or hub = member
),
began as (
    select
        school_engagement.network,
        school_engagement.hub,
        school_engagement.lineage,
        min(academic_year.start_year) as first_year
    from school_engagement
    semi join figure using (network, hub)
    semi join eligible_school using (network, hub, time_period, lineage)
    join academic_year using (time_period)
    where school_engagement.rung >= 2
    group by all
),
returned as (
    select
        network,
        hub as member,
        time_period
    from return_received
    where return_name = 'engagement'
),
-- The years in which a school's engagement was observed: its hub returned, for a network any hub in whose area it lies.
observed as (
    select
        eligible_school.network,
        eligible_school.hub,
        eligible_school.lineage,
        eligible_school.time_period
    from eligible_school
    join returned
        on returned.member = eligible_school.hub
        and returned.time_period = eligible_school.time_period
    union
    select
        eligible_school.network,
        'Total' as hub,
        eligible_school.lineage,
        eligible_school.time_period
    from eligible_school
    join returned
        on returned.member = eligible_school.hub
        and returned.time_period = eligible_school.time_period
),
-- One pass over the years of each school, starting with its first engaged year.
followed as (
    select
        began.network,
        began.hub,
        began.lineage,
        academic_year.start_year - began.first_year as step,
        coalesce(school_engagement.rung >= 2, false) as is_engaged
    from began
    join observed
        on observed.network = began.network
        and observed.hub = began.hub
        and observed.lineage = began.lineage
    join academic_year
        on academic_year.time_period = observed.time_period
        and academic_year.start_year > began.first_year
    left join school_engagement
        on school_engagement.network = began.network
        and school_engagement.hub = began.hub
        and school_engagement.lineage = began.lineage
        and school_engagement.time_period = observed.time_period
),
seen as (
    select
        this_year.network,
        this_year.hub,
        this_year.lineage,
        this_year.step,
        not this_year.is_engaged and not next_year.is_engaged as is_lost
    from followed as this_year
    join followed as next_year
        on next_year.network = this_year.network
        and next_year.hub = this_year.hub
        and next_year.lineage = this_year.lineage
        and next_year.step = this_year.step + 1
),
first_lost as (
    select
        network,
        hub,
        lineage,
        min(step) as lost_step
    from seen
    where is_lost
    group by all
)
select
    seen.network,
    seen.hub,
    seen.lineage,
    seen.step,
    seen.is_lost,
    academic_year.time_period as known_period
from seen
join began using (network, hub, lineage)
join academic_year on academic_year.start_year = began.first_year + seen.step + 1
left join first_lost using (network, hub, lineage)
where seen.step <= coalesce(first_lost.lost_step, seen.step);
