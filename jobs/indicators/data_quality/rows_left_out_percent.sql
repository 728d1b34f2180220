-- title:        Rows left out
-- question:     What share of the rows was left out for an error?
-- numerator:    rows left out
-- denominator:  rows accepted or left out
-- unit:         percent
-- higher is:    worse
-- outcome:      data_quality
-- also:         none
-- construct:    accuracy
-- notes:        Blank rows, totals, notes and duplicates are in neither count. Sheets that serve several hubs or years,
--               or that were held as a whole, are not counted.
-- why:          Rows with errors are missing from every figure until they are corrected.
-- source:       all returns of which sheets were accepted
-- counts:       rows
-- interval:     none
-- levels:       hub network
-- breakdowns:   Total
-- returns:      any
-- years:        this
-- reviewed:     2026-11-29
-- version:      2

with only_claim as (
    select
        sheet,
        min(claim) as claim
    from claim
    group by sheet
    having count(*) = 1
),
unit as (
    select
        figure_hub.network,
        figure_hub.hub,
        hub_year.time_period,
        'Total' as education_phase,
        'Total' as breakdown,
        claim_in_force.claim,
        submitted_sheet.left_out as numerator,
        submitted_sheet.accepted + submitted_sheet.left_out as denominator
    from only_claim
    join claim_in_force using (claim)
    join submitted_sheet on submitted_sheet.sheet = only_claim.sheet
    join hub_year using (hub, time_period)
    join figure_hub
        on figure_hub.member = hub_year.hub
        and figure_hub.time_period = hub_year.time_period
)
select
    network,
    hub,
    time_period,
    education_phase,
    breakdown,
    sum(numerator) as numerator,
    sum(denominator) as denominator
from unit
group by all;
