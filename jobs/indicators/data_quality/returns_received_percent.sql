-- title:        Returns received
-- question:     How many of the returns that were due have come?
-- numerator:    returns accepted, nil returns included
-- denominator:  returns that the hubs open in the year give, one of each a year
-- unit:         percent
-- higher is:    better
-- outcome:      data_quality
-- also:         none
-- construct:    completeness
-- notes:        The breakdown is the return. A return that was held or refused has not been received.
-- why:          A missing return says nothing, and every figure that needs it is unknown.
-- source:       all returns, list of hubs
-- counts:       returns
-- interval:     none
-- levels:       hub network
-- breakdowns:   Total, from data
-- returns:      none
-- years:        this
-- reviewed:     2026-11-23
-- version:      1

with expected as (
    select
        figure_hub.network,
        figure_hub.hub,
        hub_year.time_period,
        returns.return_name,
        network_return.return_name is not null as is_due,
        received.return_name is not null as is_received
    from hub_year
    join figure_hub on figure_hub.member = hub_year.hub
    cross join (select distinct return_name from network_return) as returns
    left join network_return
        on network_return.network = hub_year.network
        and network_return.return_name = returns.return_name
    left join return_received as received
        on received.hub = hub_year.hub
        and received.time_period = hub_year.time_period
        and received.return_name = network_return.return_name
)
select
    network,
    hub,
    time_period,
    'Total' as education_phase,
    coalesce(return_name, 'Total') as breakdown,
    count(*) filter (where is_received) as numerator,
    count(*) filter (where is_due) as denominator
from expected
group by grouping sets ((network, hub, time_period, return_name), (network, hub, time_period));
