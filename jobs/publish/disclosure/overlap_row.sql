-- One row per (network, hub, time_period, kind, places): the schools of a group of hubs that hold this many places,
-- from 1 on. Rows are printed up to the last that does not round to 0: a further row would reveal that there is a
-- school in it.
create or replace table overlap_row as
with counted as (
    select
        overlap.network,
        standing.counted_as as hub,
        overlap.time_period,
        overlap.kind,
        overlap.places,
        overlap.schools
    from overlap
    join figure_standing as standing
        on standing.indicator = case overlap.kind when 'Pathway' then 'pathway_schools_percent' else 'schools_engaged_percent' end
        and standing.network = overlap.network
        and standing.hub = overlap.hub
        and standing.time_period = overlap.time_period
    where overlap.hub = 'Total'
),
longest as (
    select
        network,
        hub,
        time_period,
        kind,
        max(places) as places,
        coalesce(max(places) filter (where rounded_count(schools) > 0), 1) as printed_places
    from counted
    group by all
),
filled as (
    select
        * exclude (places),
        unnest(range(1, places + 1)) as places
    from longest
)
select
    filled.network,
    filled.hub,
    filled.time_period,
    filled.kind,
    filled.places,
    coalesce(counted.schools, 0) as schools,
    filled.places <= filled.printed_places as is_printed
from filled
left join counted using (network, hub, time_period, kind, places);
