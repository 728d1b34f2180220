-- One row per hub, academic year in which it is open, indicator and phase that its network has a target for, with the
-- cases still needed to meet it, schools where schools are counted: none where the target is met, null where it cannot
-- be told.
create or replace table hub_target as
select
    hub_year.network,
    hub_year.hub,
    hub_year.time_period,
    network_target.indicator,
    network_target.education_phase,
    network_target.target as target_value,
    case
        when result.value is not null then greatest(
            0,
            ceil(network_target.target * result.denominator::decimal(18, 0) / 100 - result.numerator::decimal(18, 0))
        )::bigint
    end as still_needed,
    network_target.source
from network_target
join hub_year using (network, time_period)
left join result
    on result.network = hub_year.network
    and result.hub = hub_year.hub
    and result.time_period = hub_year.time_period
    and result.indicator = network_target.indicator
    and result.education_phase = network_target.education_phase
    and result.breakdown = 'Total'
order by
    hub_year.network,
    hub_year.hub,
    hub_year.time_period,
    network_target.indicator,
    network_target.education_phase;
