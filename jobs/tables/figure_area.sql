-- One row per network, hub (or Total, or hub restated), academic year and area that its figures are about.
create or replace table figure_area as
select distinct
    figure_hub.network,
    figure_hub.hub,
    area_year.time_period,
    area_year.reference_date,
    area_year.la_code,
    area_year.district
from area_year
join figure_hub on figure_hub.member = area_year.hub
union all
select
    restated_hub.network,
    restated_hub.hub,
    hub_year.time_period,
    hub_year.reference_date,
    area_year.la_code,
    area_year.district
from restated_hub
join area_year
    on area_year.hub = restated_hub.member
    and area_year.time_period = restated_hub.area_period
join hub_year on hub_year.hub = restated_hub.member;
