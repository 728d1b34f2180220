-- One row per printed count that the public files hide, and why: it is to be protected itself (primary), or somebody
-- could work such a one out from it (complementary: added by the engine, which looks for the fewest). A count that
-- takes part in no sum can be hidden alone.
create or replace table public_hidden as
select
    public_count.count_id,
    'primary' as reason,
    count(public_relation.relation) as sums
from public_count
left join public_relation using (count_id)
where public_count.is_primary
group by public_count.count_id
order by public_count.count_id;
