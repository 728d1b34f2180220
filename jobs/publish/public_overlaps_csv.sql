-- One row per network, academic year, kind of membership and number of places, for everybody: as overlap has it of the
-- network as a whole, without what would give away 1 or 2 schools (c). Memberships tell their schools, and are hidden
-- with them.
create or replace table public_overlaps_csv as
with hidden as (
    select
        public_count.network,
        public_count.hub,
        public_count.time_period,
        public_count.count_name
    from public_count
    semi join public_hidden using (count_id)
    where public_count.education_phase = 'Total'
)
select
    overlap.time_period,
    overlap.network,
    overlap.hub,
    overlap.kind,
    overlap.places,
    case when hidden.count_name is null then overlap.schools::varchar else 'c' end as schools,
    case when hidden.count_name is null then overlap.memberships::varchar else 'c' end as memberships
from overlap
left join hidden
    on hidden.network = overlap.network
    and hidden.hub = overlap.hub
    and hidden.time_period = overlap.time_period
    and hidden.count_name = overlap.kind || ', ' || overlap.places || ' places'
where overlap.hub = 'Total'
order by
    overlap.time_period,
    overlap.network,
    overlap.kind,
    overlap.places;
