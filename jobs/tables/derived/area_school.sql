-- One row per (network, hub, time_period, urn): an open state-funded school in the area of a hub (or restated hub) in
-- an academic year. If two hubs list a school in different ways, it belongs to the one that lists its URN, otherwise to
-- the one that lists the local authority code valid in that year.
create or replace table area_school as
with area as (
    select
        network,
        hub,
        time_period,
        reference_date,
        la_code,
        urn,
        'served' as kind
    from area_year
    union all
    select
        restated_hub.network,
        restated_hub.hub,
        hub_year.time_period,
        hub_year.reference_date,
        area_year.la_code,
        area_year.urn,
        restated_hub.hub as kind
    from restated_hub
    join area_year
        on area_year.hub = restated_hub.member
        and area_year.time_period = restated_hub.area_period
    join hub_year on hub_year.hub = restated_hub.member
),
listed as (
    select
        area.network,
        area.hub,
        area.time_period,
        area.reference_date,
        area.kind,
        school_code.urn,
        case when school_code.is_valid then 2 else 3 end as claim_rank
    from area
    join school_code using (la_code, time_period)
    union all
    select
        area.network,
        area.hub,
        area.time_period,
        area.reference_date,
        area.kind,
        same_school.urn,
        1 as claim_rank
    from area
    join lineage as named on named.urn = area.urn
    join lineage as same_school on same_school.lineage = named.lineage
)
select
    listed.network,
    listed.hub,
    listed.time_period,
    listed.urn,
    lineage.lineage,
    min(listed.claim_rank) as claim_rank
from listed
join school using (urn)
join lineage using (urn)
where
    school.is_state_funded
    and is_open(school.status, school.open_date, school.close_date, listed.reference_date)
group by listed.network, listed.hub, listed.kind, listed.time_period, listed.urn, lineage.lineage
qualify
    min(listed.claim_rank)
        = min(min(listed.claim_rank)) over (partition by listed.network, listed.kind, listed.time_period, listed.urn);
