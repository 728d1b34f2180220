-- One row per (network, hub, time_period, reason): the eligible schools of a hub (or Total) that do not continue on the
-- pathway, by the group of the reason given, and how many of them are expected back.
create or replace table rejoining as
select
    pathway_pause.network,
    standing.hub,
    pathway_pause.time_period,
    pathway_pause.reason,
    count(*) as schools,
    count(*) filter (where pathway_pause.status = 'Paused') as paused,
    count(*) filter (where pathway_pause.status = 'Left') as left_pathway,
    count(pathway_pause.expected_period) as expected_back
from pathway_pause
semi join eligible_school using (network, hub, time_period, lineage)
join figure_standing as standing
    on standing.indicator = 'pathway_schools_percent'
    and standing.network = pathway_pause.network
    and standing.counted_as = pathway_pause.hub
    and standing.time_period = pathway_pause.time_period
    and standing.is_covered
group by all
order by
    pathway_pause.network,
    standing.hub,
    pathway_pause.time_period,
    schools desc,
    pathway_pause.reason;
