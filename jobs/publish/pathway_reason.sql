-- One row per network, hub (or Total), academic year, status (Paused or Left) and reason: the schools of which the hub
-- gave it. Reasons that differ in capitals or spaces alone are one; none given is told as such.
create or replace table pathway_reason as
with given as (
    select
        figure_hub.network,
        figure_hub.hub,
        pathway.time_period,
        pathway.status,
        lower(trim(regexp_replace(coalesce(pathway.reason, ''), '\s+', ' ', 'g'))) as reason,
        coalesce(lineage.lineage, pathway.urn) as lineage
    from pathway
    semi join claim_in_force on claim_in_force.claim = pathway.claim
    semi join hub_year
        on hub_year.hub = pathway.hub
        and hub_year.time_period = pathway.time_period
    join figure_hub on figure_hub.member = pathway.hub
    left join lineage on lineage.urn = pathway.urn
    where pathway.status in ('Paused', 'Left')
)
select
    network,
    hub,
    time_period,
    status,
    case when reason = '' then 'No reason given' else upper(reason[1]) || reason[2:] end as reason,
    count(distinct lineage) as schools
from given
group by all
order by
    network,
    hub,
    time_period,
    status desc,
    schools desc,
    reason;
