-- One row per network, hub (or Total), academic year and eligible lineage, described by its (highest) open URN.
create or replace table eligible_school as
with open_in_area as (
    select
        figure_hub.network,
        figure_hub.hub,
        area_year.time_period,
        lineage.lineage,
        max(school.urn) as urn
    from area_year
    join figure_hub on figure_hub.member = area_year.hub
    join school on school.la_code = area_year.la_code
    join lineage on lineage.urn = school.urn
    where
        school.is_state_funded
        and is_open(school.status, school.open_date, school.close_date, area_year.reference_date)
        -- An area may be only a district of its local authority, by name or code.
        and (
            area_year.district is null
            or lower(area_year.district) in (lower(school.district_name), lower(school.district_code))
        )
    group by all
)
select
    open_in_area.network,
    open_in_area.hub,
    open_in_area.time_period,
    open_in_area.lineage,
    open_in_area.urn,
    school.phase,
    school.la_code,
    school.pupils,
    school.fsm_percent,
    school.is_rural,
    school.is_selective
from open_in_area
join school using (urn);
