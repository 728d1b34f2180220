-- One row per (count_id): whether a count of public_count is hidden, and the range in which readers of everything
-- published know it to be. The engine fills it from public_relation.
create or replace table public_range as
select
    public_count.count_id,
    false as is_hidden,
    0::bigint as lower,
    0::bigint as upper
from public_count
join public_relation using (count_id)
where false;
