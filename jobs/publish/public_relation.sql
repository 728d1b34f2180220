-- One row per relation that readers of the public files can reckon with and count that takes part in it, with its sign:
-- the relations of now, and those of frozen editions in which something has moved since.
create or replace table public_relation as
with before as (
    select
        frozen_relation.edition,
        frozen_relation.relation,
        count_before.reader_id,
        frozen_relation.sign,
        bool_and(count_before.is_unmoved) over (partition by frozen_relation.edition, frozen_relation.relation)
            as is_unmoved
    from frozen_relation
    join count_before using (edition, count_id)
)
select
    relation,
    count_id,
    sign
from relation_now
union all
select
    (select coalesce(max(relation), 0) from relation_now) + dense_rank() over (order by edition, relation) as relation,
    reader_id as count_id,
    sign
from before
where not is_unmoved
order by relation, count_id;
