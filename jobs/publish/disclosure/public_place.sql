-- One row per (network, hub, time_period, education_phase, series): a count of public_part, and its count in
-- public_count.
create or replace table public_place as
select distinct
    public_part.network,
    public_part.hub,
    public_part.time_period,
    public_part.education_phase,
    public_part.series,
    public_part.indicator,
    public_part.breakdown,
    public_part.part,
    public_part.number,
    public_part.kind,
    public_part.known_by,
    public_part.kind = 'schools' as is_of_schools,
    public_count.count_id,
    public_count.class
from public_part
join public_class using (network, time_period, series)
join public_count using (network, hub, time_period, education_phase, class);
