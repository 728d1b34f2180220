-- One row per claim that names schools: its schools, memberships and places, which are three different things.
create or replace table claim_total as
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
)
select
    place.claim,
    count(distinct lineage.lineage) as schools,
    count(distinct (lineage.lineage, place.joined)) as memberships,
    count(*) as places
from place
join lineage using (urn)
group by place.claim;
