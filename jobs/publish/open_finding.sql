-- One row per hub, academic year, return and rule: a query that is open, in the words of its first case, and how many
-- rows it is about. A query that the hub has explained is open no longer. Findings of a sheet that serves several hubs or
-- years are told only where it is known which row they are about: the others may name other hubs.
create or replace table open_finding as
with only_claim as (
    select
        sheet,
        min(claim) as claim
    from claim
    group by sheet
    having count(*) = 1
),
query as (
    select
        coalesce(finding.claim, only_claim.claim) as claim,
        finding.rule,
        finding.row_number,
        finding.message
    from finding
    left join only_claim using (sheet)
    anti join explained_finding
        on explained_finding.claim = finding.claim
        and explained_finding.rule = finding.rule
        and explained_finding.field is not distinct from finding.field
        and explained_finding.row_key = finding.row_key
    where finding.severity = 'query'
)
select
    hub_year.network,
    hub_year.hub,
    hub_year.time_period,
    claim_in_force.return_name,
    query.rule,
    first(query.message order by query.row_number nulls first, query.message) as message,
    count(*) as rows
from query
join claim_in_force using (claim)
join hub_year using (hub, time_period)
group by all
order by
    hub_year.network,
    hub_year.hub,
    hub_year.time_period,
    claim_in_force.return_name,
    query.rule;
