-- One row per (network, hub, time_period, education_phase, breakdown, series, indicator, part): a part of a figure
-- (or, without an indicator, a cell of a table) that is hidden from the public. The number of pupils can identify
-- schools: pupils reached are hidden for a hub if few schools of any of its phases took part, or few could have; and
-- for a network if they are hidden for exactly one of its hubs, whose pupils would be the difference.
create or replace table public_hidden as
with of_count as (
    select
        public_part.*,
        public_range.is_hidden
    from public_part
    join public_class using (network, time_period, series)
    join public_count using (network, hub, time_period, education_phase, class)
    join public_range using (count_id)
),
of_pupils as (
    select
        of_count.indicator,
        of_count.network,
        of_count.hub,
        of_count.time_period,
        of_count.breakdown,
        bool_or(of_count.is_hidden or pupil_place.is_of_few) as is_of_few
    from of_count
    join pupil_place using (indicator, network, hub, time_period, education_phase, breakdown)
    group by all
),
silent_pupils as (
    select * exclude (is_of_few)
    from of_pupils
    where is_of_few
    union
    select
        of_pupils.indicator,
        of_pupils.network,
        figure_hub.hub,
        of_pupils.time_period,
        of_pupils.breakdown
    from of_pupils
    join figure_hub
        on figure_hub.network = of_pupils.network
        and figure_hub.member = of_pupils.hub
        and figure_hub.time_period = of_pupils.time_period
        and figure_hub.hub <> figure_hub.member
    where of_pupils.is_of_few
    group by all
    having count(*) = 1
)
select
    indicator,
    network,
    hub,
    time_period,
    education_phase,
    breakdown,
    series,
    part
from of_count
where is_hidden
union
select
    of_count.indicator,
    of_count.network,
    of_count.hub,
    of_count.time_period,
    of_count.education_phase,
    of_count.breakdown,
    concat_ws(', ', of_count.indicator, of_count.breakdown, 'numerator') as series,
    'numerator' as part
from of_count
semi join silent_pupils using (indicator, network, hub, time_period, breakdown);
