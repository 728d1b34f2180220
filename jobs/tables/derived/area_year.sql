-- One row per (hub, time_period, la_code, urn): a local authority or single school (URN) in a hub's area in an academic
-- year.
create or replace table area_year as
select distinct
    hub_year.network,
    hub_year.hub,
    hub_year.time_period,
    hub_year.reference_date,
    hub_area.la_code,
    hub_area.urn
from hub_area
semi join claim_in_force on claim_in_force.claim = hub_area.claim
join hub_year on hub_year.hub = hub_area.hub
where
    hub_year.time_period >= coalesce(hub_area.from_period, hub_year.time_period)
    and hub_year.time_period <= coalesce(hub_area.to_period, hub_year.time_period);
