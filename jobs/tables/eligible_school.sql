-- One row per network, hub (or Total, or hub restated), academic year and eligible lineage, described by its (highest)
-- open URN.
create or replace table eligible_school as
with open_in_area as (
    select
        figure_area.network,
        figure_area.hub,
        figure_area.time_period,
        lineage.lineage,
        max(school.urn) as urn
    from figure_area
    join school on school.la_code = figure_area.la_code
    join lineage on lineage.urn = school.urn
    where
        school.is_state_funded
        and is_open(school.status, school.open_date, school.close_date, figure_area.reference_date)
        -- An area may be only a district of its local authority, by name or code.
        and (
            figure_area.district is null
            or lower(figure_area.district) in (lower(school.district_name), lower(school.district_code))
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
