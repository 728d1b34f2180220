-- Local authorities, or districts of one, that are in the areas of two hubs of one network in the same academic year.
with area as (
    select
        hub.network,
        hub_area.claim,
        hub_area.row_number,
        hub_area.hub,
        hub_area.la_code,
        lower(hub_area.district) as district,
        hub_area.from_period,
        coalesce(hub_area.to_period, 999999) as to_period
    from hub_area
    semi join claim_in_force using (claim)
    join hub using (hub)
)
select
    area.claim,
    area.row_number,
    'la_code' as field,
    area.la_code as found,
    format(
        'LA {} is in the areas of {} and {} in {}; end one of the two, or name the district of each; both were kept, and its schools count for both hubs.',
        area.la_code,
        min(other.hub),
        area.hub,
        academic_year_label(min(greatest(area.from_period, other.from_period)))
    ) as message
from area
join area as other
    on other.network = area.network
    and other.la_code = area.la_code
    and other.hub < area.hub
    and other.from_period <= area.to_period
    and area.from_period <= other.to_period
    and coalesce(other.district = area.district, true)
group by area.claim, area.row_number, area.hub, area.la_code
order by area.claim, area.row_number;
