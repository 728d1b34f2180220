-- One row per (indicator, network, hub, time_period): a figure of people per school for which more than 5% of the engaged
-- schools name some people and give references for others, so that one person may count as two.
create or replace table mixed_reference as
with needed as (
    select
        'participants_per_school' as indicator,
        time_period,
        time_period as needed_period
    from academic_year
    union all
    select
        'single_advocate_percent' as indicator,
        time_period,
        unnest([time_period, previous_period]) as needed_period
    from academic_year
),
school as (
    select
        needed.indicator,
        school_year.network,
        school_year.hub,
        school_year.time_period,
        school_year.lineage,
        bool_or(is_pseudonym(split_part(school_participant.participant, ' ', 1)))
        and not bool_and(is_pseudonym(split_part(school_participant.participant, ' ', 1))) as is_mixed
    from school_year
    join needed using (time_period)
    join school_participant
        on school_participant.network = school_year.network
        and school_participant.hub = school_year.hub
        and school_participant.lineage = school_year.lineage
        and school_participant.time_period = needed.needed_period
    where school_year.rung >= 2
    group by all
)
select
    indicator,
    network,
    hub,
    time_period
from school
group by all
having count(*) filter (where is_mixed) > 0.05 * count(*);
