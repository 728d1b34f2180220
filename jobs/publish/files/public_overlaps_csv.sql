-- One row per (time_period, network, kind, places): the schools of a whole network that hold this many places,
-- rounded, for the public. Memberships are computed from the rounded schools.
create or replace table public_overlaps_csv as
select
    overlap_row.time_period,
    overlap_row.network,
    'Total' as hub,
    overlap_row.kind,
    overlap_row.places,
    printed_count(rounded.schools, rounded.symbol) as schools,
    printed_count(overlap_row.places * rounded.schools, rounded.symbol) as memberships
from overlap_row
left join public_hidden
    on public_hidden.network = overlap_row.network
    and public_hidden.hub = overlap_row.hub
    and public_hidden.time_period = overlap_row.time_period
    and public_hidden.series = overlap_row.kind || ', ' || overlap_row.places || ' places'
cross join lateral (
    select
        rounded_count(overlap_row.schools) as schools,
        case
            when public_hidden.series is not null then 'c'
            when rounded_count(overlap_row.schools) = 0 then 'low'
        end as symbol
) as rounded
where overlap_row.is_printed
order by
    overlap_row.time_period,
    overlap_row.network,
    overlap_row.kind,
    overlap_row.places;
