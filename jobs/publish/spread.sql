-- One row per profile, network, academic year, phase, breakdown and indicator of which at least 5 hubs have a value.
create or replace table spread as
select
    profile,
    network,
    time_period,
    education_phase,
    breakdown,
    indicator,
    count(*) as hubs,
    min(value) as lowest,
    quantile_cont(value, 0.25) as lower_quartile,
    quantile_cont(value, 0.5) as median,
    quantile_cont(value, 0.75) as upper_quartile,
    max(value) as highest
from spread_point
group by all
order by
    profile,
    network,
    time_period,
    education_phase,
    breakdown,
    indicator;
