-- title:        Activities continued
-- question:     Of the activities delivered last year, what share is delivered again?
-- numerator:    activities delivered last year and this year
-- denominator:  activities delivered last year
-- unit:         percent
-- higher is:    neither
-- outcome:      sustainability
-- also:         replicability
-- construct:    continuation
-- notes:        An activity is the same through its yearly codes as the activity catalogue says, or else by its code
--               without the year. A network counts an activity once, however many hubs deliver it.
-- why:          Activities can be improved from year to year only if they continue.
-- source:       Century and Cassata (2016); delivery returns of both years, activity catalogue
-- counts:       activities
-- interval:     wilson
-- levels:       hub network
-- breakdowns:   Total
-- returns:      delivery
-- years:        this and last
-- reviewed:     2026-11-29
-- version:      1

with activity as (
    select distinct
        figure_hub.network,
        figure_hub.hub,
        delivered.time_period,
        delivered.identity
    from delivered
    join figure_hub
        on figure_hub.member = delivered.hub
        and figure_hub.time_period = delivered.time_period
    where delivered.identity is not null
),
unit as (
    select
        last_year.network,
        last_year.hub,
        academic_year.time_period,
        'Total' as education_phase,
        'Total' as breakdown,
        last_year.hub as member,
        last_year.identity as activity,
        (this_year.identity is not null)::integer as numerator,
        1 as denominator
    from activity as last_year
    join academic_year on academic_year.previous_period = last_year.time_period
    left join activity as this_year
        on this_year.network = last_year.network
        and this_year.hub = last_year.hub
        and this_year.identity = last_year.identity
        and this_year.time_period = academic_year.time_period
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
