-- title:        Core components delivered
-- question:     What share of the core components that were due was delivered?
-- numerator:    core components delivered
-- denominator:  core components due
-- unit:         percent
-- higher is:    better
-- outcome:      replicability
-- also:         none
-- construct:    fidelity
-- notes:        Activities that state only one of the two numbers are not counted. Components of one activity tend to
--               be delivered or dropped together, so the limits allow for clustering by activity (for the network, by
--               activity of each hub).
-- why:          A programme is replicated only where its core components are delivered (fidelity).
-- source:       Century and Cassata (2016); delivery returns
-- counts:       components
-- interval:     wilson_deff
-- levels:       hub network
-- breakdowns:   Total
-- returns:      delivery
-- years:        this
-- reviewed:     2026-11-29
-- version:      2

with unit as (
    select
        figure_hub.network,
        figure_hub.hub,
        delivered.time_period,
        'Total' as education_phase,
        'Total' as breakdown,
        delivered.claim,
        delivered.row_number,
        delivered.hub as returned_by,
        delivered.activity,
        delivered.core_delivered as numerator,
        delivered.core_due as denominator
    from delivered
    join figure_hub
        on figure_hub.member = delivered.hub
        and figure_hub.time_period = delivered.time_period
    where
        delivered.core_delivered is not null
        and delivered.core_due > 0
),
cluster as (
    select
        network,
        hub,
        time_period,
        returned_by,
        activity,
        sum(numerator) as x,
        sum(denominator) as n
    from unit
    group by all
)
select
    network,
    hub,
    time_period,
    'Total' as education_phase,
    'Total' as breakdown,
    sum(x) as numerator,
    sum(n) as denominator,
    design_effect(count(*), sum(x), sum(n), sum(x * x), sum(x * n), sum(n * n)) as deff
from cluster
group by all;
