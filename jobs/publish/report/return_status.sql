-- One row per (network, hub, time_period, return_name): a return that is due from a hub open in the year: whether it
-- was received, and what happened to its rows. A sheet with several hubs or years counts its rows as a whole: only
-- its accepted rows can be attributed, and the others are null.
create or replace table return_status as
with claims_of_sheet as (
    select
        sheet,
        count(*) as claims
    from claim
    group by sheet
),
fate as (
    select
        claim_in_force.hub,
        claim_in_force.time_period,
        claim_in_force.return_name,
        sum(case when claims_of_sheet.claims = 1 then submitted_sheet.rows_read end)::bigint as rows_read,
        sum(claim_in_force.accepted)::bigint as accepted,
        sum(case when claims_of_sheet.claims = 1 then submitted_sheet.left_out end)::bigint as left_out,
        sum(case when claims_of_sheet.claims = 1 then submitted_sheet.duplicate end)::bigint as duplicate,
        sum(case when claims_of_sheet.claims = 1 then submitted_sheet.aside end)::bigint as aside
    from claim_in_force
    join claims_of_sheet using (sheet)
    left join submitted_sheet using (sheet)
    group by all
)
select
    hub_year.network,
    hub_year.hub,
    hub_year.time_period,
    network_return.return_order,
    return_title.title as return_name,
    fate.return_name is not null as received,
    strftime(return_deadline.due_on, '%-d %B %Y') as due,
    fate.rows_read,
    fate.accepted,
    fate.left_out,
    fate.duplicate,
    fate.aside
from hub_year
join network_return using (network)
join return_title using (return_name)
left join return_deadline using (return_name, time_period)
left join fate using (hub, time_period, return_name)
order by
    hub_year.network,
    hub_year.hub,
    hub_year.time_period,
    network_return.return_order;
