-- One row per hub whose area has changed: the name under which its figures are worked out once more, with the area of
-- its last year for all years.
create or replace table restated_hub as
with area as (
    select
        network,
        hub,
        time_period,
        string_agg(la_code || ' ' || coalesce(district, ''), ', ' order by la_code, district nulls first) as area
    from area_year
    group by all
)
select
    network,
    hub as member,
    max(time_period) as area_period,
    hub || ' on the area of ' || max(time_period) as hub
from area
group by network, hub
having count(distinct area) > 1;
