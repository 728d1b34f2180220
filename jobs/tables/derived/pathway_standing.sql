-- One row per (network, time_period, lineage): a school on the pathway in an academic year: the row in force with its
-- highest stage that it has not left, and its stage the year before.
create or replace table pathway_standing as
with standing as (
    select
        hub_year.network,
        hub_year.previous_period,
        pathway.hub,
        pathway.time_period,
        pathway.claim,
        pathway.row_number,
        pathway.urn,
        lineage.lineage,
        pathway.stage,
        stage_rank(pathway.stage) as rank,
        pathway.status
    from pathway
    semi join claim_in_force using (claim)
    join hub_year using (hub, time_period)
    join lineage using (urn)
    qualify
        row_number() over (
            partition by hub_year.network, pathway.time_period, lineage.lineage
            order by pathway.status = 'Left', rank desc, pathway.claim, pathway.row_number
        ) = 1
)
select
    this_year.*,
    last_year.stage as stage_before,
    last_year.rank as rank_before,
    last_year.status as status_before
from standing as this_year
left join standing as last_year
    on last_year.network = this_year.network
    and last_year.lineage = this_year.lineage
    and last_year.time_period = this_year.previous_period;
