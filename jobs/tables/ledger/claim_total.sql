-- One row per (claim): the schools, memberships and places in a claim that names schools, which are three different
-- counts. Rows that a later claim has replaced are included.
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
    coalesce(claim_part.claim, place.claim) as claim,
    count(distinct lineage.lineage) as schools,
    count(distinct (lineage.lineage, place.joined)) as memberships,
    count(*) as places
from place
join lineage using (urn)
left join claim_part on claim_part.part = place.claim
group by all;
