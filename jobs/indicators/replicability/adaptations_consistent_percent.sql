-- title:        Adaptations consistent with the core
-- question:     Of the adaptations that hubs recorded, what share keeps the core?
-- numerator:    adaptations consistent with the core
-- denominator:  adaptations recorded
-- unit:         percent
-- higher is:    better
-- outcome:      replicability
-- also:         none
-- construct:    fidelity-consistent adaptation
-- notes:        Activities that state only one of the two numbers are not counted. Adaptations are judged by the people
--               who made them.
-- why:          Hubs are expected to adapt activities to local needs. The question is whether the core stays intact.
-- source:       Century and Cassata (2016); delivery returns
-- counts:       components
-- interval:     wilson
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
        delivered.adaptations_consistent as numerator,
        delivered.adaptations as denominator
    from delivered
    join figure_hub
        on figure_hub.member = delivered.hub
        and figure_hub.time_period = delivered.time_period
    where
        delivered.adaptations_consistent is not null
        and delivered.adaptations is not null
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
