-- One row per (network, hub, time_period, from_stage, to_stage): the schools of a hub (or Total) that went from a
-- stage last year to a stage this year. A school with several places is at its highest active stage; without one it
-- is Paused, otherwise Left. Absent means not listed in that year, Closed no longer open. Every school that a hub
-- lists counts, including one that has left the area. Computed if the returns of both years were received; for a
-- network from the hubs that sent both.
create or replace table stage_transition as
with both_received as (
    select
        figure_standing.network,
        figure_standing.hub,
        figure_standing.counted_as,
        figure_standing.time_period,
        academic_year.previous_period
    from figure_standing
    join academic_year using (time_period)
    where
        figure_standing.indicator = 'stage_progressed_percent'
        and figure_standing.is_given
        and figure_standing.is_covered
),
listed as (
    select
        both_received.network,
        both_received.hub,
        both_received.time_period,
        pathway_school.lineage,
        max(pathway_school.state) filter (where pathway_school.time_period = both_received.previous_period)
            as from_stage,
        max(pathway_school.state) filter (where pathway_school.time_period = both_received.time_period) as to_stage
    from both_received
    join pathway_school
        on pathway_school.network = both_received.network
        and pathway_school.hub = both_received.counted_as
        and pathway_school.time_period in (both_received.time_period, both_received.previous_period)
    group by all
)
select
    listed.network,
    listed.hub,
    listed.time_period,
    coalesce(listed.from_stage, 'Absent') as from_stage,
    case
        when listed.to_stage is not null then listed.to_stage
        when not coalesce(open_lineage.is_state_funded, false) then 'Closed'
        else 'Absent'
    end as to_stage,
    count(*) as schools
from listed
left join open_lineage using (time_period, lineage)
group by all
order by all;
