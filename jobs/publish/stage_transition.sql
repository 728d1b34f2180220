-- One row per network, hub (or Total), academic year, stage last year and stage this year: the schools that went so.
-- A school with several places stands at its highest active stage; without one it is Paused, else it has Left. Absent
-- is not listed in that year, Closed no longer open. Every school that a hub lists counts, also one that has left the
-- area. Made where the returns of both years were received.
create or replace table stage_transition as
with both_received as (
    select
        received.network,
        received.hub,
        received.time_period,
        academic_year.previous_period,
        academic_year.reference_date
    from return_received as received
    join academic_year on academic_year.time_period = received.time_period
    join return_received as received_before
        on received_before.network = received.network
        and received_before.hub = received.hub
        and received_before.return_name = received.return_name
        and received_before.time_period = academic_year.previous_period
    where received.return_name = 'pathway'
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
        and pathway_school.hub = both_received.hub
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
        when open_lineage.lineage is null then 'Closed'
        else 'Absent'
    end as to_stage,
    count(*) as schools
from listed
left join open_lineage using (time_period, lineage)
group by all
order by all;
