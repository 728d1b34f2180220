-- One row per part of a figure and count behind it: the counts of schools and people that publication gives away.
-- A figure without its return is not printed, and tells nothing.
create or replace table figure_count as
with part as (
    select
        indicator,
        network,
        hub,
        time_period,
        education_phase,
        breakdown,
        counts,
        has_counts,
        has_counts and denominator between 1 and 2 as is_of_few,
        unnest(['numerator', 'denominator', 'n']) as part,
        unnest([numerator, denominator, n]) as number
    from figure
    anti join figure_on_figure using (indicator, network, hub, time_period, education_phase, breakdown)
    where
        is_given
        and is_received
        and counts in ('schools', 'pupils', 'people', 'people per school', 'respondents')
),
counted as (
    select
        part.*,
        case
            when counts in ('people', 'respondents') then counts
            when counts = 'people per school' and part = 'numerator' then 'people'
            else 'schools'
        end as kind
    from part
    -- n is the denominator where there is one.
    where has_counts = (part <> 'n')
),
named as (
    select
        counted.*,
        shared_count.count_name,
        coalesce(shared_count.is_the_count, true) as is_the_count
    from counted
    left join shared_count
        on shared_count.indicator = counted.indicator
        and coalesce(shared_count.breakdown, counted.breakdown) = counted.breakdown
        and shared_count.part = counted.part
    where counted.number is not null
),
agreed as (
    select
        *,
        not is_the_count
        or count(distinct number) filter (where is_the_count) over (
            partition by network, hub, time_period, education_phase, count_name
        ) = 1 as is_agreed
    from named
)
select
    indicator,
    network,
    hub,
    time_period,
    education_phase,
    breakdown,
    part,
    kind,
    -- Two that should be one count and are not are counts of their own.
    coalesce(case when is_agreed then count_name end, indicator || ', ' || breakdown || ', ' || part) as count_name,
    is_the_count,
    part = 'numerator' and is_of_few and kind = 'schools' as is_of_few,
    number::bigint as number
from agreed
order by all;
