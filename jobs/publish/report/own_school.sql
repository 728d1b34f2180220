-- One row per (network, hub, time_period, topic, place): a school that a hub may want to speak to, in one of five
-- lists. A list is empty if a return that it needs was not received. Only for the hub's own report: no network has
-- rows here. place numbers the schools of a list by name; is_first is true for the first ten. last_period is the
-- latest year in which the school took part, or null.
create or replace table own_school as
with known as (
    select
        network,
        hub,
        time_period,
        indicator
    from figure_standing
    where
        hub = counted_as
        and is_covered
        and not is_partial
),
last_part as (
    select
        network,
        hub,
        lineage,
        list_sort(list(distinct time_period)) as periods
    from school_engagement
    where rung >= 2
    group by all
),
participant as (
    select
        school_year.network,
        school_year.hub,
        school_year.time_period,
        school_year.lineage,
        count(distinct (school_participant.member, school_participant.participant))
            filter (where school_participant.participant is not null) as participants
    from school_year
    join academic_year using (time_period)
    join school_participant
        on school_participant.network = school_year.network
        and school_participant.hub = school_year.hub
        and school_participant.lineage = school_year.lineage
        and school_participant.time_period in (school_year.time_period, academic_year.previous_period)
    where school_year.rung >= 2
    group by all
),
developing as (
    select
        pathway_school.network,
        pathway_school.hub,
        pathway_school.time_period,
        pathway_school.lineage
    from pathway_school
    join pathway_school as earlier
        on earlier.network = pathway_school.network
        and earlier.hub = pathway_school.hub
        and earlier.lineage = pathway_school.lineage
        and earlier.time_period between pathway_school.time_period - 202 and pathway_school.time_period
        and earlier.state = 'Developing'
    where pathway_school.state = 'Developing'
    group by all
    having count(*) = 3
),
listed as (
    select
        network,
        hub,
        time_period,
        'Stopped' as topic,
        lineage,
        null as note
    from followed_school
    semi join (from known where indicator = 'schools_retained_percent') using (network, hub, time_period)
    anti join pathway_missing using (network, hub, time_period)
    where fate = 'Left'
    union all
    select
        network,
        hub,
        time_period,
        'Paused' as topic,
        lineage,
        reason
            || coalesce('; back in ' || expected_period // 100 || '/' || lpad((expected_period % 100)::text, 2, '0'), '')
            as note
    from pathway_pause
    where status = 'Paused'
    union all
    select
        network,
        hub,
        time_period,
        'One person' as topic,
        lineage,
        null as note
    from participant
    semi join (from known where indicator = 'single_advocate_percent') using (network, hub, time_period)
    where participants = 1
    union all
    select
        school_year.network,
        school_year.hub,
        school_year.time_period,
        'Never reached' as topic,
        school_year.lineage,
        round(school_year.fsm_percent, 1)::decimal(4, 1) || '%' as note
    from school_year
    semi join (from known where indicator = 'schools_engaged_cumulative_percent') using (network, hub, time_period)
    where
        school_year.fsm_fifth = 5
        and not school_year.ever_engaged
    union all
    select
        network,
        hub,
        time_period,
        'Developing' as topic,
        lineage,
        null as note
    from developing
),
described as (
    select
        listed.network,
        listed.hub,
        listed.time_period,
        listed.topic,
        listed.lineage,
        coalesce(school.name, 'Not in the register') as school,
        coalesce(school_year.urn, listed.lineage)::text as urn,
        coalesce(school_year.phase, school.phase) as phase,
        school.la_name as authority,
        list_last(list_filter(last_part.periods, lambda period: period <= listed.time_period)) as last_period,
        listed.note
    from listed
    semi join hub_year using (network, hub, time_period)
    left join school_year using (network, hub, time_period, lineage)
    left join school on school.urn = coalesce(school_year.urn, listed.lineage)
    left join last_part using (network, hub, lineage)
)
select
    network,
    hub,
    time_period,
    topic,
    row_number() over by_name as place,
    row_number() over by_name <= 10 as is_first,
    school,
    urn,
    phase,
    authority,
    last_period,
    note
from described
window by_name as (
    partition by
        network,
        hub,
        time_period,
        topic
    order by
        school,
        urn
)
order by
    network,
    hub,
    time_period,
    topic,
    place;
