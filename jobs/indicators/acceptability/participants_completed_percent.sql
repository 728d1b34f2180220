-- title:        Participants who completed
-- question:     What share of the participants completed their activity?
-- numerator:    participant rows marked Completed, or with at least three quarters of the sessions offered
-- denominator:  participant rows
-- unit:         percent
-- higher is:    better
-- outcome:      acceptability
-- also:         replicability
-- construct:    dosage
-- notes:        A person in two activities counts twice. People from schools outside the hub's area count too. The
--               limits allow for clustering by activity (for the network, by activity of each hub).
-- why:          Staying to the end shows that participants found the activity worth their time.
-- source:       Proctor et al. (2011); engagement returns
-- counts:       people
-- interval:     wilson_deff
-- levels:       hub network
-- breakdowns:   Total
-- returns:      engagement
-- years:        this
-- reviewed:     2026-11-29
-- version:      2

with unit as (
    select
        figure_hub.network,
        figure_hub.hub,
        participation.time_period,
        'Total' as education_phase,
        'Total' as breakdown,
        participation.claim,
        participation.row_number,
        participation.hub as returned_by,
        participation.activity,
        (participation.rung = 3)::integer as numerator,
        1 as denominator
    from participation
    join figure_hub
        on figure_hub.member = participation.hub
        and figure_hub.time_period = participation.time_period
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
