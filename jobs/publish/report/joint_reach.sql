-- One row per (network, hub, time_period, other_network, topic, item): the schools that two networks both serve, by
-- phase and by local authority: reached by both, by one or by neither. Its hub is Total.
create or replace table joint_reach as
with grouped as (
    select
        joint_school.*,
        unnest([1, 2, 3]) as topic_order,
        school.la_code,
        school.la_name
    from joint_school
    left join school using (urn)
),
named as (
    select
        *,
        ['All schools', 'Phase', 'Local authority'][topic_order] as topic,
        case topic_order
            when 1 then 'All schools'
            when 2 then phase
            else coalesce(la_name, 'Local authority ' || la_code, 'Not known')
        end as item
    from grouped
)
select
    network,
    'Total' as hub,
    time_period,
    other_network,
    topic_order,
    topic,
    item,
    max(hubs) as hubs,
    max(other_hubs) as other_hubs,
    count(*) as eligible,
    count(*) filter (where is_reached and is_reached_by_other) as reached_by_both,
    count(*) filter (where is_reached and not is_reached_by_other) as reached_by_this_only,
    count(*) filter (where is_reached_by_other and not is_reached) as reached_by_other_only,
    count(*) filter (where not is_reached and not is_reached_by_other) as reached_by_neither
from named
group by all
order by
    network,
    time_period,
    other_network,
    topic_order,
    item;
