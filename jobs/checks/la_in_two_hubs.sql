-- Local authorities that are in the areas of two hubs of one network in the same academic year.
-- found: LA {la_code} is in the areas of {other_hub} and {hub} in {year}.
-- accepted: End one of the two, or list single schools by their URN.
-- action: Both were kept, and its schools count for both hubs.
with area as (
    select
        hub.network,
        hub_area.claim,
        hub_area.row_number,
        hub_area.hub,
        hub_area.la_code,
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
    area.la_code as value,
    area.la_code,
    min(other.hub) as other_hub,
    area.hub,
    academic_year_label(min(greatest(area.from_period, other.from_period))) as year
from area
join area as other
    on other.network = area.network
    and other.la_code = area.la_code
    and other.hub < area.hub
    and other.from_period <= area.to_period
    and area.from_period <= other.to_period
group by area.claim, area.row_number, area.hub, area.la_code
order by area.claim, area.row_number;
