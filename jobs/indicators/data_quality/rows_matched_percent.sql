-- title:        Rows matched to the register
-- question:     What share of the rows names a school that the register knows?
-- numerator:    accepted rows whose school is in the register
-- denominator:  rows accepted, and rows left out because of their school
-- unit:         percent
-- higher is:    better
-- outcome:      data_quality
-- also:         none
-- construct:    accuracy
-- notes:        Covers the returns that name schools. Own URN: the school's current number. Successor: the school now
--               has another number. A school given by its LAESTAB is counted by the URN found for it. Rows left out of
--               a sheet that serves several hubs or years are not counted.
-- why:          A school can be counted correctly only when it is found in the register.
-- source:       engagement and pathway returns, school register, school links
-- counts:       rows
-- interval:     none
-- levels:       hub network
-- breakdowns:   Total, Own URN, Successor
-- returns:      engagement
-- years:        this
-- reviewed:     2026-11-29
-- version:      2

with matched as (
    select
        claim,
        urn
    from engagement
    union all
    select
        claim,
        urn
    from pathway
),
only_claim as (
    select
        sheet,
        min(claim) as claim
    from claim
    group by sheet
    having count(*) = 1
),
unmatched as (
    select
        coalesce(finding.claim, only_claim.claim) as claim,
        count(distinct finding.row_number) as rows
    from finding
    left join only_claim using (sheet)
    where
        finding.severity = 'error'
        and finding.field = 'urn'
    group by all
),
ways as (
    select
        matched.claim,
        case when lineage.urn = lineage.lineage then 'Own URN' else 'Successor' end as breakdown,
        count(*) as rows
    from matched
    join lineage using (urn)
    group by all
),
named as (
    select
        claim_in_force.claim,
        claim_in_force.hub,
        claim_in_force.time_period,
        claim_in_force.accepted + coalesce(unmatched.rows, 0) as rows
    from claim_in_force
    left join unmatched using (claim)
    where claim_in_force.return_name in ('engagement', 'pathway')
),
counted as (
    select
        named.claim,
        named.hub,
        named.time_period,
        breakdowns.breakdown,
        max(named.rows) as rows,
        coalesce(sum(ways.rows), 0) as matched
    from named
    cross join (values ('Total'), ('Own URN'), ('Successor')) as breakdowns (breakdown)
    left join ways
        on ways.claim = named.claim
        and (breakdowns.breakdown = 'Total' or ways.breakdown = breakdowns.breakdown)
    group by all
),
unit as (
    select
        figure_hub.network,
        figure_hub.hub,
        counted.time_period,
        'Total' as education_phase,
        counted.breakdown,
        counted.claim,
        counted.matched as numerator,
        counted.rows as denominator
    from counted
    join hub_year using (hub, time_period)
    join figure_hub
        on figure_hub.member = counted.hub
        and figure_hub.time_period = counted.time_period
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
