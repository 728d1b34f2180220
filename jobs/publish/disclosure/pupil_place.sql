-- One row per (indicator, network, hub, time_period, education_phase, breakdown): a number of pupils, with the
-- lowest and the highest number of schools that can have so many pupils according to the register; whether a phase
-- of the hub has so few schools, engaged or eligible, that its pupils would identify them (is_of_few); and whether
-- pupils are therefore not printed: for such a hub, and for a network with exactly one such hub, whose pupils would
-- be the difference.
create or replace table pupil_place as
with figure_of_pupils as (
    select
        measured.indicator,
        measured.network,
        measured.hub,
        measured.time_period,
        measured.education_phase,
        measured.breakdown,
        rounded_as('pupils', measured.numerator) as pupils,
        rounded_count(measured.public_counts[1]) as engaged,
        eligible_place.schools as eligible
    from measured
    join definition using (indicator)
    join eligible_place using (network, hub, time_period, education_phase)
    where definition.counts = 'pupils'
),
-- The smallest schools of a place, and the largest, as many as there are pupils.
school as (
    select
        eligible_school.network,
        eligible_school.hub,
        eligible_school.time_period,
        figure_phase.education_phase,
        sum(coalesce(eligible_school.pupils, 0)) over smallest as smallest,
        sum(coalesce(eligible_school.pupils, 0)) over largest as largest
    from eligible_school
    join figure_phase on figure_phase.member = eligible_school.phase
    window
        smallest as (
            partition by eligible_school.network, eligible_school.hub, eligible_school.time_period, figure_phase.education_phase
            order by eligible_school.pupils, eligible_school.lineage
            rows unbounded preceding
        ),
        largest as (
            partition by eligible_school.network, eligible_school.hub, eligible_school.time_period, figure_phase.education_phase
            order by eligible_school.pupils desc, eligible_school.lineage
            rows unbounded preceding
        )
),
counted as (
    select
        figure_of_pupils.*,
        count(*) filter (where school.largest < figure_of_pupils.pupils - rounding_of('pupils')) as too_few,
        count(*) filter (where school.smallest <= figure_of_pupils.pupils + rounding_of('pupils')) as most
    from figure_of_pupils
    join school using (network, hub, time_period, education_phase)
    group by all
),
few as (
    select
        indicator,
        network,
        hub,
        time_period,
        breakdown,
        bool_or(engaged = 0 or rounded_count(eligible) < 10) as is_of_few
    from counted
    group by all
),
last_of_few as (
    select
        few.indicator,
        few.network,
        figure_hub.hub,
        few.time_period,
        few.breakdown
    from few
    join figure_hub
        on figure_hub.network = few.network
        and figure_hub.member = few.hub
        and figure_hub.time_period = few.time_period
        and figure_hub.hub <> figure_hub.member
    where few.is_of_few
    group by all
    having count(*) = 1
)
select
    counted.indicator,
    counted.network,
    counted.hub,
    counted.time_period,
    counted.education_phase,
    counted.breakdown,
    case when counted.pupils = 0 then 0 else counted.too_few + 1 end as fewest,
    counted.most,
    few.is_of_few,
    few.is_of_few or last_of_few.hub is not null as is_silent
from counted
join few using (indicator, network, hub, time_period, breakdown)
left join last_of_few using (indicator, network, hub, time_period, breakdown);
