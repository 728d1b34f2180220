-- One row per hub, academic year and return in force: what became of its rows.
-- A sheet that serves several hubs or years counts its rows as a whole: only its accepted rows can be told apart.
create or replace table rows_by_fate as
with claims_of_sheet as (
    select
        sheet,
        count(*) as claims
    from claim
    group by sheet
)
select
    hub_year.network,
    hub_year.hub,
    hub_year.time_period,
    claim_in_force.return_name,
    sum(case when claims_of_sheet.claims = 1 then submitted_sheet.rows_read end)::bigint as rows_read,
    sum(claim_in_force.accepted)::bigint as accepted,
    sum(case when claims_of_sheet.claims = 1 then submitted_sheet.left_out end)::bigint as left_out,
    sum(case when claims_of_sheet.claims = 1 then submitted_sheet.duplicate end)::bigint as duplicate,
    sum(case when claims_of_sheet.claims = 1 then submitted_sheet.aside end)::bigint as aside
from claim_in_force
join hub_year using (hub, time_period)
join claims_of_sheet using (sheet)
left join submitted_sheet using (sheet)
group by
    hub_year.network,
    hub_year.hub,
    hub_year.time_period,
    claim_in_force.return_name
order by
    hub_year.network,
    hub_year.hub,
    hub_year.time_period,
    claim_in_force.return_name;
