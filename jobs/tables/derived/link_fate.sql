-- One row per (urn, link_urn, link_type): a link in the links file in force: followed, or the reason why not.
create or replace table link_fate as
with recursive link as (
    select distinct
        urn,
        link_urn,
        link_type
    from school_link
    semi join claim_in_force using (claim)
),
judged as (
    select
        link.urn,
        link.link_urn,
        link.link_type,
        case
            when coalesce(link.link_type, '') not in ('Successor', 'Successor - merged', 'Successor - amalgamated')
            then 'not a successor'
            when predecessor.urn is null then 'school not in the register'
            when predecessor.status <> 'Closed' then 'school not closed'
            when successor.urn is null then 'successor not in the register'
            when successor.status = 'Proposed to open' then 'successor only proposed'
        end as reason
    from link
    left join school as predecessor on predecessor.urn = link.urn
    left join school as successor on successor.urn = link.link_urn
),
only_one as (
    select
        urn,
        min(link_urn) as link_urn
    from judged
    where reason is null
    group by urn
    having count(distinct link_urn) = 1
),
-- A set union (not union all), so that a cycle of links ends.
walk as (
    select
        urn,
        link_urn as reached
    from only_one
    union
    select
        walk.urn,
        only_one.link_urn as reached
    from walk
    join only_one on only_one.urn = walk.reached
),
ring as (
    select urn
    from walk
    where reached = urn
)
select
    judged.urn,
    judged.link_urn,
    judged.link_type,
    case
        when judged.reason is not null then judged.reason
        when only_one.urn is null then 'more than one successor'
        when ring.urn is not null then 'leads back to itself'
        else 'followed'
    end as fate
from judged
left join only_one using (urn)
left join ring using (urn);
