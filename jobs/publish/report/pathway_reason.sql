-- One row per (network, hub, time_period, status, reason): the schools of a hub (or Total) that are Paused or Left
-- for a reason that the hub gave. Reasons that differ only in capitals or spaces are one; if none was given, the row
-- says so.
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
    join figure_hub
        on figure_hub.member = pathway.hub
        and figure_hub.time_period = pathway.time_period
    left join lineage on lineage.urn = pathway.urn
    where pathway.status in ('Paused', 'Left')
)
select
    given.network,
    standing.hub,
    given.time_period,
    given.status,
    case when given.reason = '' then 'No reason given' else upper(given.reason[1]) || given.reason[2:] end as reason,
    count(distinct given.lineage) as schools
from given
join figure_standing as standing
    on standing.indicator = 'pathway_schools_percent'
    and standing.network = given.network
    and standing.counted_as = given.hub
    and standing.time_period = given.time_period
    and standing.is_covered
group by all
order by
    given.network,
    standing.hub,
    given.time_period,
    given.status desc,
    schools desc,
    reason;
