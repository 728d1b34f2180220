-- One row per (return_name, hub, time_period): the totals in force of a return for a hub and academic year, over all
-- files: rows and, if they name schools, schools, memberships and places.
create or replace table in_force_total as
with place as (
    select
        claim,
        urn,
        activity as joined
    from engagement
    union all
    select
        claim,
        urn,
        stage as joined
    from pathway
),
counted as (
    select
        claim_in_force.return_name,
        claim_in_force.hub,
        claim_in_force.time_period,
        count(distinct lineage.lineage) as schools,
        count(distinct (lineage.lineage, place.joined)) as memberships,
        count(*) as places
    from place
    join claim_in_force using (claim)
    join lineage using (urn)
    group by all
),
listed as (
    select
        return_name,
        hub,
        time_period,
        sum(accepted)::bigint as rows
    from claim_in_force
    where hub is not null
    group by all
)
select
    listed.return_name,
    listed.hub,
    listed.time_period,
    listed.rows,
    counted.schools,
    counted.memberships,
    counted.places
from listed
left join counted using (return_name, hub, time_period);
