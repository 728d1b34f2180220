-- One row per network, academic year, kind of membership and number of places, for everybody: as overlap has it of the
-- network as a whole, without what would give away 1 or 2 schools (c). Memberships tell their schools, and are hidden
-- with them.
create or replace table public_overlaps_csv as
select
    overlap.time_period,
    overlap.network,
    overlap.hub,
    overlap.kind,
    overlap.places,
    case when hidden_count.count_name is null then overlap.schools::varchar else 'c' end as schools,
    case when hidden_count.count_name is null then overlap.memberships::varchar else 'c' end as memberships
from overlap
left join hidden_count
    on hidden_count.network = overlap.network
    and hidden_count.hub = overlap.hub
    and hidden_count.time_period = overlap.time_period
    and hidden_count.count_name = overlap.kind || ', ' || overlap.places || ' places'
where overlap.hub = 'Total'
order by
    overlap.time_period,
    overlap.network,
    overlap.kind,
    overlap.places;
