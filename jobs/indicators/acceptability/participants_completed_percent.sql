-- title:        Participants who completed
-- question:     What share of the participants completed their activity?
-- numerator:    participant rows marked Completed, or with at least three quarters of the sessions offered
-- denominator:  participant rows
-- unit:         percent
-- higher is:    better
-- outcome:      acceptability
-- also:         replicability
-- construct:    dosage
-- notes:        A person in two activities counts twice, and people of schools outside the hub's area count too. The
--               limits are widened by the design effect of activities.
-- why:          People vote with their feet: staying to the end is acceptance shown, not only said.
-- source:       Proctor et al. (2011); engagement returns
-- counts:       people
-- interval:     wilson_deff
-- levels:       hub network
-- breakdowns:   Total
-- returns:      engagement
-- years:        this
-- reviewed:     2026-11-23
-- version:      1

with unit as (
    select
        figure_hub.network,
        figure_hub.hub,
        participation.time_period,
        'Total' as education_phase,
        'Total' as breakdown,
        participation.claim,
        participation.row_number,
        participation.activity,
        (participation.rung = 3)::integer as numerator,
        1 as denominator
    from participation
    join figure_hub on figure_hub.member = participation.hub
),
cluster as (
    select
        network,
        hub,
        time_period,
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
