-- One row per (member): a hub whose area has changed, and the name under which its figures are recomputed with the
-- area of its last year in all years. A new code for the same local authority is not a change.
create or replace table restated_hub as
with area as (
    select
        area_year.network,
        area_year.hub,
        area_year.time_period,
        string_agg(
            distinct coalesce(area_year.urn::varchar, authority_now.now_code), ', '
            order by coalesce(area_year.urn::varchar, authority_now.now_code)
        ) as area
    from area_year
    left join authority_now on authority_now.la_code = area_year.la_code
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
