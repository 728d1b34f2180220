-- One row per count of schools or people that the public files now give away: those that they print, and what is left of a
-- whole once a printed part is taken off. To be protected are 1 or 2 schools, 1 to 4 people, and all counts of a survey
-- that fewer than 10 people or fewer than 3 schools answered. Of 1 or 2 schools any numerator is hidden, a 0 too, or
-- hidden would mean not 0; the least that another hidden count of schools can be is 1, for no other 0 of them is hidden.
-- Hiding one costs what falls silent with it: more for a network than for a hub, for all phases than for one, and for
-- many figures than for few.
create or replace table count_now as
with printed as (
    select
        network,
        hub,
        time_period,
        education_phase,
        count_name,
        kind,
        any_value(number) as number,
        count(*) as figures,
        bool_or(
            kind = 'respondents'
            and withheld.n_symbol is not distinct from 'c'
        ) as is_few,
        bool_or(is_of_few) as is_of_few
    from figure_count
    join withheld using (indicator, network, hub, time_period, education_phase, breakdown)
    where figure_count.is_the_count
    group by network, hub, time_period, education_phase, count_name, kind
    union all
    select
        network,
        hub,
        time_period,
        'Total' as education_phase,
        count_name,
        'schools' as kind,
        number,
        -- The cheapest to hide: no figure falls silent with it.
        0 as figures,
        false as is_few,
        false as is_of_few
    from table_count
),
left_over as (
    select distinct
        whole.network,
        whole.hub,
        whole.time_period,
        whole.education_phase,
        whole.count_name as whole,
        part.count_name as part,
        whole.kind
    from figure_count as whole
    join figure_count as part using (indicator, network, hub, time_period, education_phase, breakdown, kind)
    where
        whole.part = 'denominator'
        and part.part = 'numerator'
        and whole.is_the_count
        and part.is_the_count
        and whole.kind in ('schools', 'people')
    union
    select
        whole.network,
        whole.hub,
        whole.time_period,
        whole.education_phase,
        whole.count_name as whole,
        part_of.part,
        whole.kind
    from part_of
    join printed as whole on whole.count_name = part_of.whole
),
counted as (
    select
        network,
        hub,
        time_period,
        education_phase,
        count_name,
        null as whole,
        null as part,
        kind,
        number,
        figures,
        is_few,
        is_of_few,
        true as is_printed,
        true as may_be_protected
    from printed
    union all
    select
        left_over.network,
        left_over.hub,
        left_over.time_period,
        left_over.education_phase,
        left_over.whole || ' less ' || left_over.part as count_name,
        left_over.whole,
        left_over.part,
        left_over.kind,
        whole.number - part.number as number,
        0 as figures,
        false as is_few,
        false as is_of_few,
        false as is_printed,
        -- With a part of 0 the whole is left, which is told or hidden by itself.
        part.number > 0 as may_be_protected
    from left_over
    join printed as whole
        on whole.network = left_over.network
        and whole.hub = left_over.hub
        and whole.time_period = left_over.time_period
        and whole.education_phase = left_over.education_phase
        and whole.count_name = left_over.whole
    join printed as part
        on part.network = left_over.network
        and part.hub = left_over.hub
        and part.time_period = left_over.time_period
        and part.education_phase = left_over.education_phase
        and part.count_name = left_over.part
    -- More than the whole is no part of it.
    where whole.number >= part.number
)
select
    row_number() over (
        order by
            time_period,
            network,
            count_name,
            education_phase,
            hub
    ) as count_id,
    network,
    hub,
    time_period,
    education_phase,
    count_name,
    whole,
    part,
    number,
    is_printed,
    is_few
    or may_be_protected
    and case kind when 'schools' then number between 1 and 2 when 'people' then number between 1 and 4 else false end
        as is_protected,
    is_printed and (is_protected or is_of_few) as is_primary,
    case when is_printed and kind = 'schools' and not is_of_few then 1 else 0 end as least,
    figures
        * case hub when 'Total' then 50 else 1 end
        * case education_phase when 'Total' then 10 else 1 end
        * 1000
    + number as cost
from counted
order by count_id;
