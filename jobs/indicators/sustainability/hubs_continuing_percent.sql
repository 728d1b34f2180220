-- title:        Hubs continuing
-- question:     What share of the hubs of last year is still a hub of the network?
-- numerator:    hubs open last year and this year
-- denominator:  hubs open last year
-- unit:         percent
-- higher is:    better
-- outcome:      sustainability
-- also:         none
-- construct:    continuation
-- notes:        From the list of hubs. A hub is still open in the year in which it closes. A hub that replaces another
--               under a new code counts as new. Not available in the first year that the network returned.
-- why:          A programme can only be sustained if the hubs that deliver it continue.
-- source:       Century and Cassata (2016); list of hubs
-- counts:       hubs
-- interval:     none
-- levels:       network
-- breakdowns:   Total
-- returns:      none
-- years:        this and last
-- reviewed:     2026-12-01
-- version:      3

with hub_open as (
    select
        hub.network,
        hub.hub,
        academic_year.time_period,
        academic_year.previous_period
    from hub
    join academic_year
        on academic_year.time_period >= coalesce(hub.opened, academic_year.time_period)
        and academic_year.time_period <= coalesce(hub.closed, academic_year.time_period)
),
unit as (
    select
        network_year.network,
        'Total' as hub,
        network_year.time_period,
        'Total' as education_phase,
        'Total' as breakdown,
        hub_open.hub as member,
        (still_open.hub is not null)::integer as numerator,
        1 as denominator
    from network_year
    join hub_open
        on hub_open.network = network_year.network
        and hub_open.time_period = network_year.previous_period
    left join hub_open as still_open
        on still_open.hub = hub_open.hub
        and still_open.time_period = network_year.time_period
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
