-- One row per (time_period, network, other_network, topic, item, hub, other_hub): what two networks have in common, as
-- it is published: schools reached by both, by one or by neither, for all schools, each phase and each local authority;
-- and the pairs of hubs whose areas overlap or which one organisation leads. Each pair of networks is there once.
create or replace table joint_csv as
select
    time_period,
    network,
    other_network,
    topic,
    item,
    '' as hub,
    '' as other_hub,
    hubs::varchar as hubs,
    other_hubs::varchar as other_hubs,
    eligible::varchar as schools,
    reached_by_both::varchar as reached_by_both,
    reached_by_this_only::varchar as reached_by_network_only,
    reached_by_other_only::varchar as reached_by_other_network_only,
    reached_by_neither::varchar as reached_by_neither
from joint_reach
where network < other_network
union all
select
    time_period,
    network,
    other_network,
    case when schools > 0 then 'Hubs with overlapping areas' else 'Hubs with the same lead organisation' end as topic,
    coalesce(organisation, '') as item,
    member as hub,
    other_member as other_hub,
    'z' as hubs,
    'z' as other_hubs,
    schools::varchar as schools,
    'z' as reached_by_both,
    'z' as reached_by_network_only,
    'z' as reached_by_other_network_only,
    'z' as reached_by_neither
from joint_hub
where network < other_network
order by all;
