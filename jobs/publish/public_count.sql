-- One row per count that readers of the public files can reckon with, by count_id from 1 on: those of now, and those of
-- frozen editions that were hidden and have moved since. One that an edition has shown, and that has not moved, is
-- known, whatever is hidden now.
create or replace table public_count as
select
    count_now.count_id,
    count_now.network,
    count_now.hub,
    count_now.time_period,
    count_now.education_phase,
    count_now.count_name,
    count_now.number,
    count_now.is_printed,
    count_now.is_protected,
    count_now.is_primary,
    coalesce(bool_or(count_before.is_shown), false) as is_known,
    count_now.least,
    count_now.cost
from count_now
left join count_before
    on count_before.is_unmoved
    and count_before.reader_id = count_now.count_id
group by all
union all
select
    reader_id as count_id,
    network,
    hub,
    time_period,
    education_phase,
    count_name || ' in ' || edition as count_name,
    number,
    false as is_printed,
    is_protected,
    false as is_primary,
    is_shown as is_known,
    least,
    0 as cost
from count_before
where not is_unmoved
order by count_id;
