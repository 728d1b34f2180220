-- One row per (network, hub, time_period): the characteristics of a hub for choosing cases to study: the region of
-- most of its schools, the years that its organisation has led it, its eligible schools, the share of them in the
-- area of another network's hub, the share reached, and the share in rural places. Null if unknown.
create or replace table hub_profile as
with area as (
    select
        eligible_school.network,
        eligible_school.hub,
        eligible_school.time_period,
        count(*) as schools,
        count(eligible_school.is_rural) as schools_placed,
        count(*) filter (where eligible_school.is_rural) as rural_schools
    from eligible_school
    join hub using (network, hub)
    group by all
),
region as (
    select
        eligible_school.network,
        eligible_school.hub,
        eligible_school.time_period,
        school.region
    from eligible_school
    join hub using (network, hub)
    join school on school.urn = eligible_school.urn
    where school.region is not null
    group by
        eligible_school.network,
        eligible_school.hub,
        eligible_school.time_period,
        school.region
    qualify
        row_number() over (
            partition by eligible_school.hub, eligible_school.time_period
            order by count(*) desc, school.region
        ) = 1
),
overlapping as (
    select
        area_school.network,
        area_school.hub,
        area_school.time_period,
        count(distinct area_school.lineage) as schools
    from area_school
    semi join hub on hub.hub = area_school.hub
    semi join area_school as other
        on other.network <> area_school.network
        and other.time_period = area_school.time_period
        and other.lineage = area_school.lineage
    group by all
)
select
    area.network,
    area.hub,
    area.time_period,
    hub.hub_name,
    region.region,
    coalesce(
        hub_leader.years_led,
        area.time_period // 100 - hub.opened // 100 + 1
    ) as years_led,
    area.schools,
    100 * coalesce(overlapping.schools, 0) / area.schools::double as overlap_percent,
    result.value as reach_percent,
    100 * area.rural_schools / nullif(area.schools_placed, 0)::double as rural_percent
from area
join hub using (network, hub)
left join region using (network, hub, time_period)
left join overlapping using (network, hub, time_period)
left join hub_leader using (network, hub, time_period)
left join result
    on result.network = area.network
    and result.hub = area.hub
    and result.time_period = area.time_period
    and result.indicator = 'schools_engaged_percent'
    and result.education_phase = 'Total'
    and result.breakdown = 'Total'
order by
    area.network,
    area.hub,
    area.time_period;
