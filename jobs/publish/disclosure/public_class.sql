-- One row per (network, time_period, series): the series that it equals in all its numbers: one that is counted and
-- equal wherever this one is counted, and of these the one that is counted most widely. So whatever figures a
-- catalogue has, a hidden count is hidden in all of them. Two series that are equal where both are counted, but each
-- also counted alone elsewhere, remain two: a third could equal the one here and the other there. Counts known from
-- the register or from pupils are separate, because not every count that equals one of them reveals as much.
create or replace table public_class as
with sized as (
    select
        network,
        time_period,
        series,
        count(*) as places
    from public_part
    group by all
),
equal as (
    select
        part.network,
        part.time_period,
        part.series,
        other.series as class,
        count(*) as places
    from public_part as part
    join public_part as other using (network, hub, time_period, education_phase, kind, known_by)
    group by all
    having bool_and(part.number = other.number)
)
select
    equal.network,
    equal.time_period,
    equal.series,
    arg_min(equal.class, {'fewer': -of_class.places, 'name': equal.class}) as class
from equal
join sized as own using (network, time_period, series, places)
join sized as of_class
    on of_class.network = equal.network
    and of_class.time_period = equal.time_period
    and of_class.series = equal.class
group by all;
