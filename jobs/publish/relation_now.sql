-- One row per relation between counts and count that takes part in it, with its sign: the sum over the relation is known
-- to all readers. Phases come to their Total, hubs to their network, a part and what it leaves to the whole, and the rows
-- of a table to what they are rows of. Where schools count in two hubs, or outside their hub, the sum is not 0 but still
-- the same for all who know the register.
create or replace table relation_now as
with term as (
    select
        'phases' as relation_kind,
        concat_ws('|', time_period, network, hub, count_name) as relation_name,
        count_id,
        case education_phase when 'Total' then -1 else 1 end as sign
    from count_now
    where is_printed
    union all
    select
        'hubs' as relation_kind,
        concat_ws('|', time_period, network, education_phase, count_name) as relation_name,
        count_id,
        case hub when 'Total' then -1 else 1 end as sign
    from count_now
    where is_printed
    union all
    select
        'part' as relation_kind,
        concat_ws('|', left_over.time_period, left_over.network, left_over.hub, left_over.education_phase, left_over.count_name)
            as relation_name,
        term.count_id,
        case term.count_name when left_over.whole then -1 else 1 end as sign
    from count_now as left_over
    join count_now as term
        on term.network = left_over.network
        and term.hub = left_over.hub
        and term.time_period = left_over.time_period
        and term.education_phase = left_over.education_phase
        and term.count_name in (left_over.whole, left_over.part, left_over.count_name)
    -- A whole that readers know from elsewhere needs not be printed: it is a part of what the sum comes to.
    anti join register_count on register_count.count_name = term.count_name
    where not left_over.is_printed
    union all
    select
        'table' as relation_kind,
        concat_ws('|', count_now.time_period, count_now.network, count_now.hub, table_sum.sum_name) as relation_name,
        count_now.count_id,
        table_sum.sign
    from count_now
    join table_sum using (count_name)
    where
        count_now.hub = 'Total'
        and count_now.education_phase = 'Total'
),
-- A total alone, or parts without their total, tell nothing of each other.
whole as (
    select *
    from term
    window same as (partition by relation_kind, relation_name)
    qualify
        relation_kind = 'part'
        or count(*) filter (where sign = -1) over same = 1
        and count(*) filter (where sign = 1) over same >= 1
)
select
    dense_rank() over (order by relation_kind, relation_name) as relation,
    count_id,
    sign
from whole
order by relation, count_id;
