-- Returns that a hub sent last year but not this year, although most hubs of its network that sent it last year sent
-- it again: reported with the first return that the hub did send.
-- found: {hub} sent {missing_return} for {previous_year}, but not yet for {year}.
-- accepted: Send it, or say in a note that there is none.
-- action: For this year it is missing, not 0.
with given as (
    select distinct
        hub_year.network,
        hub_year.hub,
        hub_year.time_period,
        hub_year.previous_period,
        claim_in_force.return_name
    from claim_in_force
    join hub_year using (hub, time_period)
    join network_return using (network, return_name)
),
expected as (
    select
        this_year.network,
        this_year.hub,
        this_year.time_period,
        this_year.previous_period,
        last_year.return_name,
        again.hub is not null as came
    from hub_year as this_year
    join given as last_year
        on last_year.hub = this_year.hub
        and last_year.time_period = this_year.previous_period
    left join given as again
        on again.hub = this_year.hub
        and again.time_period = this_year.time_period
        and again.return_name = last_year.return_name
    qualify
        2 * count(*) filter (where came) over (
            partition by this_year.network, this_year.time_period, last_year.return_name
        ) >= count(*) over (partition by this_year.network, this_year.time_period, last_year.return_name)
)
select
    min(claim_in_force.claim) as claim,
    null::integer as row_number,
    null::varchar as field,
    expected.return_name as value,
    expected.hub,
    replace(expected.return_name, '_', ' ') as missing_return,
    academic_year_label(expected.previous_period) as previous_year,
    academic_year_label(expected.time_period) as year
from expected
join claim_in_force using (hub, time_period)
where not expected.came
group by all
order by claim, value;
