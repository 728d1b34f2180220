-- One row per (network, time_period, series): the first series that is the same count, as its numbers show: equal
-- wherever both are counted. So whatever figures a catalogue has, a count that is hidden is hidden in all of them.
create or replace table public_class as
with equal as (
    select
        part.network,
        part.time_period,
        part.series,
        min(other.series) as first_series
    from (
        select
            part.network,
            part.time_period,
            part.series,
            other.series as other_series
        from public_part as part
        join public_part as other using (network, hub, time_period, education_phase, kind)
        where part.series > other.series
        group by all
        having bool_and(part.number = other.number)
    ) as part
    join (select distinct network, time_period, series from public_part) as other
        on other.network = part.network
        and other.time_period = part.time_period
        and other.series = part.other_series
    group by all
),
named as (
    select distinct
        part.network,
        part.time_period,
        part.series,
        coalesce(equal.first_series, part.series) as first_series
    from public_part as part
    left join equal using (network, time_period, series)
)
select
    named.network,
    named.time_period,
    named.series,
    coalesce(first.first_series, named.first_series) as class
from named
left join named as first
    on first.network = named.network
    and first.time_period = named.time_period
    and first.series = named.first_series;
