-- title:        Places filled
-- question:     What share of the places offered was filled?
-- numerator:    places filled
-- denominator:  places offered
-- unit:         percent
-- higher is:    better
-- outcome:      acceptability
-- also:         reach
-- construct:    adoption
-- notes:        Activities that state only one of the two numbers are not counted. Where more places were filled than
--               offered, the value is above 100 and has no limits.
-- why:          Demand for places shows how acceptable the offer is before anyone answers a survey.
-- source:       Proctor et al. (2011); delivery returns
-- counts:       places
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
        delivered.places_filled as numerator,
        delivered.places_offered as denominator
    from delivered
    join figure_hub
        on figure_hub.member = delivered.hub
        and figure_hub.time_period = delivered.time_period
    where
        delivered.places_filled is not null
        and delivered.places_offered is not null
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
