-- One row per (hub, place): a local authority, by its code, or a school, by its URN, that was ever in the area of a
-- hub. A school that a return gives only by name is looked for there.
create or replace view known_area as
select distinct
    hub_area.hub,
    coalesce(hub_area.la_code, hub_area.urn::varchar) as place
from hub_area
semi join claim on claim.claim = hub_area.claim and claim.in_force
where hub_area.hub is not null and coalesce(hub_area.la_code, hub_area.urn::varchar) is not null;
