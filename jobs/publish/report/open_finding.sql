-- One row per (network, hub, time_period, return_name, rule): a cause of open queries or of rows that were left out,
-- in the words of its first case, and the number of its rows. kind is Query or Left out. Its words name no other
-- hub, because they are printed in the hub's report; its receipt does. A query that the hub has explained is no
-- longer open. Findings of a sheet with several hubs or years are listed only if their row is known: the others may
-- name other hubs.
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
        coalesce(noted_finding.claim, only_claim.claim) as claim,
        noted_finding.rule,
        case when noted_finding.severity = 'query' then 'Query' else 'Left out' end as kind,
        noted_finding.row_number,
        noted_finding.message
    from noted_finding
    left join only_claim using (sheet)
    anti join explained_finding
        on explained_finding.claim = noted_finding.claim
        and explained_finding.rule = noted_finding.rule
        and explained_finding.field is not distinct from noted_finding.field
        and explained_finding.row_key = noted_finding.row_key
    where
        noted_finding.severity = 'query'
        -- An error in a row excludes the row, except an error that excludes only a question.
        or noted_finding.severity = 'error'
        and noted_finding.row_number is not null
        and noted_finding.rule <> 'other_scale'
),
open_query as (
    select
        hub_year.network,
        hub_year.hub,
        hub_year.time_period,
        claim_in_force.return_name,
        query.rule,
        max(query.kind) as kind,
        first(query.message order by query.row_number nulls first, query.message) as message,
        coalesce(nullif(count(distinct query.row_number), 0), count(*)) as rows
    from query
    join claim_in_force using (claim)
    join hub_year using (hub, time_period)
    group by all
)
select
    open_query.network,
    open_query.hub,
    open_query.time_period,
    coalesce(return_title.title, open_query.return_name) as return_name,
    open_query.rule,
    open_query.kind,
    without_other_hubs(open_query.message, other_hub.names) as message,
    open_query.rows
from open_query
left join other_hub using (hub)
left join return_title using (return_name)
order by
    open_query.network,
    open_query.hub,
    open_query.time_period,
    open_query.return_name,
    open_query.rule;
