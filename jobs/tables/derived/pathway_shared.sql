-- One row per (claim, row_number): an active pathway row whose school is also active with another hub of the network
-- that takes precedence: the hub whose area the school is in, otherwise the hub with the first code.
create or replace table pathway_shared as
with place as (
    select
        hub_year.network,
        pathway.hub,
        pathway.time_period,
        pathway.claim,
        pathway.row_number,
        pathway.urn,
        eligible_school.lineage is null as outside,
        dense_rank() over (
            partition by hub_year.network, pathway.time_period, lineage.lineage
            order by outside, pathway.hub
        ) as position,
        first_value(pathway.hub) over (
            partition by hub_year.network, pathway.time_period, lineage.lineage
            order by outside, pathway.hub
        ) as other_hub
    from pathway
    semi join claim_in_force using (claim)
    join hub_year using (hub, time_period)
    join lineage using (urn)
    left join eligible_school
        on eligible_school.hub = pathway.hub
        and eligible_school.time_period = pathway.time_period
        and eligible_school.lineage = lineage.lineage
    where pathway.status = 'Active'
)
select
    claim,
    row_number,
    urn,
    other_hub
from place
where position > 1;
