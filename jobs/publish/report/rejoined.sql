-- One row per (network, hub, time_period, expectation): the schools of a hub (or Total) that did not continue on the
-- pathway last year and are eligible this year, by when they were expected back, and what happened to them this
-- year.
create or replace table rejoined as
with standing as (
    select
        figure_standing.network,
        figure_standing.hub,
        figure_standing.counted_as,
        figure_standing.time_period,
        academic_year.previous_period
    from figure_standing
    join academic_year using (time_period)
    where
        figure_standing.indicator = 'paused_returned_percent'
        and figure_standing.is_given
        and figure_standing.is_covered
),
followed as (
    select
        standing.network,
        standing.hub,
        standing.time_period,
        before.lineage,
        case
            when before.expected_period is null then 3
            when before.expected_period <= standing.time_period then 1
            else 2
        end as expectation_order,
        pathway_school.active,
        pathway_pause.status
    from standing
    join pathway_pause as before
        on before.network = standing.network
        and before.hub = standing.counted_as
        and before.time_period = standing.previous_period
    semi join eligible_school
        on eligible_school.network = standing.network
        and eligible_school.hub = standing.counted_as
        and eligible_school.time_period = standing.time_period
        and eligible_school.lineage = before.lineage
    left join pathway_school
        on pathway_school.network = standing.network
        and pathway_school.hub = standing.counted_as
        and pathway_school.time_period = standing.time_period
        and pathway_school.lineage = before.lineage
    left join pathway_pause
        on pathway_pause.network = standing.network
        and pathway_pause.hub = standing.counted_as
        and pathway_pause.time_period = standing.time_period
        and pathway_pause.lineage = before.lineage
)
select
    network,
    hub,
    time_period,
    expectation_order,
    ['Expected back this year or earlier', 'Expected back later', 'No date given'][expectation_order] as expectation,
    count(*) as schools,
    count(*) filter (where coalesce(active, false)) as active_again,
    count(*) filter (where status = 'Paused') as still_paused,
    count(*) filter (where status = 'Left') as left_pathway,
    count(*) filter (where not coalesce(active, false) and status is null) as not_listed
from followed
group by all
order by
    network,
    hub,
    time_period,
    expectation_order;
