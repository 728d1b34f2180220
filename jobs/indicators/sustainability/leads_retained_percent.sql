-- title:        Leads retained
-- question:     Of the professional development leads of last year, what share is still listed?
-- numerator:    leads listed last year and this year
-- denominator:  leads listed last year
-- unit:         percent
-- higher is:    better
-- outcome:      sustainability
-- also:         replicability
-- construct:    continuation
-- notes:        A lead is known by the reference that the hub gives, whatever the role. A lead who now works for
--               another hub counts as not retained.
-- why:          When leads stay, the network keeps what they know.
-- source:       Century and Cassata (2016); PD lead returns of both years
-- counts:       people
-- interval:     wilson
-- levels:       hub network
-- breakdowns:   Total
-- returns:      pd_lead
-- years:        this and last
-- reviewed:     2026-11-29
-- version:      2

with listed as (
    select distinct
        hub,
        time_period,
        lead
    from lead_listed
),
unit as (
    select
        figure_hub.network,
        figure_hub.hub,
        hub_year.time_period,
        'Total' as education_phase,
        'Total' as breakdown,
        listed.hub as member,
        listed.lead,
        (listed_again.lead is not null)::integer as numerator,
        1 as denominator
    from hub_year
    join listed
        on listed.hub = hub_year.hub
        and listed.time_period = hub_year.previous_period
    left join listed as listed_again
        on listed_again.hub = hub_year.hub
        and listed_again.time_period = hub_year.time_period
        and listed_again.lead = listed.lead
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
