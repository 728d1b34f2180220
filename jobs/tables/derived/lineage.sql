-- One row per (urn): a URN in the register and its lineage, which is named after the last URN.
create or replace table lineage as
with recursive followed as (
    select
        urn,
        link_urn
    from link_fate
    where fate = 'followed'
),
walk as (
    select
        urn,
        urn as reached
    from school
    union
    select
        walk.urn,
        followed.link_urn as reached
    from walk
    join followed on followed.urn = walk.reached
)
select
    walk.urn,
    walk.reached as lineage
from walk
anti join followed on followed.urn = walk.reached;
