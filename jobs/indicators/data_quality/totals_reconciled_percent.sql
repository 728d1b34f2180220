-- title:        Totals reconciled
-- question:     How many of the totals that hubs stated agree with their rows?
-- numerator:    stated totals that match the returned rows
-- denominator:  stated totals that can be computed from returned rows
-- unit:         percent
-- higher is:    better
-- outcome:      data_quality
-- also:         none
-- construct:    consistency
-- notes:        Totals of quantities that no return holds cannot be checked and are not counted.
-- why:          Readers lose trust in both numbers when a stated total differs from the rows.
-- source:       stated totals; pathway and engagement returns
-- counts:       totals
-- interval:     none
-- levels:       hub network
-- breakdowns:   Total
-- returns:      stated_total
-- years:        this
-- reviewed:     2026-11-30
-- version:      3

with unit as (
    select
        figure_hub.network,
        figure_hub.hub,
        compared.time_period,
        'Total' as education_phase,
        'Total' as breakdown,
        compared.hub as member,
        compared.quantity,
        (compared.stated = compared.computed)::integer as numerator,
        1 as denominator
    from stated_quantity as compared
    join figure_hub
        on figure_hub.member = compared.hub
        and figure_hub.time_period = compared.time_period
    where
        compared.stated is not null
        and compared.computed is not null
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
