-- One row per count of a frozen public edition: the same count as now, if it has not moved since, or else one of its
-- own, with an id after those of now.
create or replace table count_before as
with followed as (
    select
        frozen_count.*,
        count_now.count_id as now_id
    from frozen_count
    left join count_now
        on count_now.network = frozen_count.network
        and count_now.hub = frozen_count.hub
        and count_now.time_period = frozen_count.time_period
        and count_now.education_phase = frozen_count.education_phase
        and count_now.count_name = frozen_count.count_name
        and count_now.number = frozen_count.number
        and count_now.is_printed = frozen_count.is_printed
)
select
    *,
    now_id is not null as is_unmoved,
    coalesce(
        now_id,
        (select count(*) from count_now)
            + row_number() over (partition by now_id is null order by edition, count_id)
    ) as reader_id
from followed
order by edition, count_id;
