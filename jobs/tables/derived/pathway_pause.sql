-- One row per (network, hub, time_period, lineage): a school that is Paused or Left and holds no Active place: not
-- continuing, with the group of its reason and the year in which it is expected back. hub may be Total or a group.
create or replace table pathway_pause as
select
    figure_hub.network,
    figure_hub.hub,
    pathway_place.time_period,
    pathway_place.lineage,
    case when bool_or(pathway_place.status = 'Paused') then 'Paused' else 'Left' end as status,
    coalesce(min(reason_group(pathway.reason)) filter (where trim(pathway.reason) <> ''), reason_group(null)) as reason,
    max(expected_period(pathway.expected_return)) as expected_period
from pathway_place
join pathway using (claim, row_number)
join figure_hub
    on figure_hub.member = pathway_place.hub
    and figure_hub.time_period = pathway_place.time_period
where pathway_place.lineage is not null
group by all
having not bool_or(pathway_place.status = 'Active');
