-- One row per (network, hub, time_period, education_phase): the eligible schools of a place, as anybody can find
-- them in the register: how many were there last year too, how many have gone since, how many have come, and how
-- many are in no group of a ratio: neither rural nor urban, or neither in the highest nor the lowest fifth of free
-- school meals.
create or replace table eligible_stayed as
with placed as (
    select
        eligible_school.network,
        eligible_school.hub,
        eligible_school.time_period,
        figure_phase.education_phase,
        eligible_school.lineage,
        eligible_school.is_rural is null as is_placeless,
        coalesce(fsm_group.fsm_fifth not in (1, 5), true) as is_between
    from eligible_school
    join figure_phase on figure_phase.member = eligible_school.phase
    left join fsm_group
        on fsm_group.network = eligible_school.network
        and fsm_group.lineage = eligible_school.lineage
        and fsm_group.time_period = eligible_school.time_period
),
seen as (
    select
        network,
        hub,
        time_period,
        education_phase,
        lineage,
        true as is_here,
        false as was_here,
        is_placeless,
        is_between
    from placed
    union all
    select
        placed.network,
        placed.hub,
        academic_year.time_period,
        placed.education_phase,
        placed.lineage,
        false as is_here,
        true as was_here,
        false as is_placeless,
        false as is_between
    from placed
    join academic_year on academic_year.previous_period = placed.time_period
),
school as (
    select
        network,
        hub,
        time_period,
        education_phase,
        lineage,
        bool_or(is_here) as is_here,
        bool_or(was_here) as was_here,
        bool_or(is_placeless) as is_placeless,
        bool_or(is_between) as is_between
    from seen
    group by all
)
select
    network,
    hub,
    time_period,
    education_phase,
    count(*) filter (where is_here and was_here) as stayed,
    count(*) filter (where was_here and not is_here) as gone,
    count(*) filter (where is_here and not was_here) as come,
    count(*) filter (where is_placeless) as placeless,
    count(*) filter (where is_between) as between_fifths
from school
group by all;
