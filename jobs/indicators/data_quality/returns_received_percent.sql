-- title:        Returns received
-- question:     How many of the returns due were received?
-- numerator:    returns accepted, nil returns included
-- denominator:  returns due from hubs open in the year
-- unit:         percent
-- higher is:    better
-- outcome:      data_quality
-- also:         none
-- construct:    completeness
-- notes:        The breakdown is the return. A return that was held or refused has not been received.
-- why:          Figures that need a missing return are not available, or leave that hub out.
-- source:       all returns, list of hubs
-- counts:       returns
-- interval:     none
-- levels:       hub network
-- breakdowns:   Total, from data
-- returns:      none
-- years:        this
-- reviewed:     2026-11-30
-- version:      3

with expected as (
    select
        figure_hub.network,
        figure_hub.hub,
        hub_year.time_period,
        hub_year.hub as member,
        returns.return_name,
        network_return.return_name is not null as is_due,
        received.return_name is not null as is_received
    from hub_year
    join figure_hub
        on figure_hub.member = hub_year.hub
        and figure_hub.time_period = hub_year.time_period
    cross join (select distinct return_name from network_return) as returns
    left join network_return
        on network_return.network = hub_year.network
        and network_return.return_name = returns.return_name
    left join return_received as received
        on received.hub = hub_year.hub
        and received.time_period = hub_year.time_period
        and received.return_name = network_return.return_name
),
unit as (
    select
        network,
        hub,
        time_period,
        'Total' as education_phase,
        unnest(['Total', return_name]) as breakdown,
        member,
        return_name,
        is_received::integer as numerator,
        is_due::integer as denominator
    from expected
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
