-- One row per hub, area and academic year in which the area is the hub's.
create or replace table area_year as
select distinct
    hub_year.network,
    hub_year.hub,
    hub_year.time_period,
    hub_year.reference_date,
    hub_area.la_code,
    hub_area.district
from hub_area
semi join claim_in_force on claim_in_force.claim = hub_area.claim
join hub_year on hub_year.hub = hub_area.hub
where
    hub_year.time_period >= coalesce(hub_area.from_period, hub_year.time_period)
    and hub_year.time_period <= coalesce(hub_area.to_period, hub_year.time_period);
