-- One row per (network, hub, time_period, lineage): a school eligible in an academic year for a hub (or Total, a group
-- of hubs, or a restated hub). It is described by its open URN in the area, the highest if there are several. Its
-- pupils are those of all its open state-funded URNs, in any area.
create or replace table eligible_school as
with open_in_area as (
    select
        area_school.network,
        figure_hub.hub,
        area_school.time_period,
        area_school.lineage,
        max(area_school.urn) as urn
    from area_school
    join figure_hub
        on figure_hub.member = area_school.hub
        and figure_hub.time_period = area_school.time_period
        and figure_hub.has_schools
    group by all
    union all
    select
        area_school.network,
        area_school.hub,
        area_school.time_period,
        area_school.lineage,
        max(area_school.urn) as urn
    from area_school
    semi join restated_hub using (network, hub)
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
    open_lineage.pupils,
    school.fsm_percent,
    school.is_rural,
    school.is_selective
from open_in_area
join school using (urn)
join open_lineage using (time_period, lineage);
