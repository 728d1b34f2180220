-- One row per (network, time_period): an academic year for which the hubs of a network are asked for their returns:
-- from the first year with a received return to the last year that has ended; if none was received, only the last
-- year that has ended.
create or replace table asked_year as
with ended as (
    select max(academic_year.time_period) as last_period
    from academic_year
    join run_day on academic_year.ends < run_day.as_of
),
span as (
    select
        network_return.network,
        coalesce(min(network_year.time_period), any_value(ended.last_period)) as first_period,
        greatest(max(network_year.time_period), any_value(ended.last_period)) as last_period
    from network_return
    cross join ended
    left join network_year using (network)
    group by network_return.network
)
select
    span.network,
    academic_year.time_period,
    academic_year.start_year,
    academic_year.reference_date
from span
join academic_year on academic_year.time_period between span.first_period and span.last_period;
