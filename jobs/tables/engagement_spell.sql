-- One row per network, hub (or Total) and lineage ever engaged: from its first engaged year to the first of two years
-- without engagement in a row, both returned, in which that spell ends; null where it has not ended. It was lost where
-- it was eligible in both, and fate says what became of it; where it had Closed or Moved area, nobody knows.
create or replace table engagement_spell as
with engaged as (
    select
        school_engagement.network,
        school_engagement.hub,
        school_engagement.lineage,
        academic_year.start_year
    from school_engagement
    join academic_year using (time_period)
    where school_engagement.rung >= 2
),
began as (
    select
        network,
        hub,
        lineage,
        min(start_year) as first_year
    from engaged
    group by all
),
returned as (
    select
        return_received.network,
        return_received.hub,
        academic_year.start_year
    from return_received
    join academic_year using (time_period)
    where return_received.return_name = 'engagement'
),
absent as (
    select
        began.network,
        began.hub,
        began.lineage,
        returned.start_year
    from began
    join returned
        on returned.network = began.network
        and returned.hub = began.hub
        and returned.start_year > began.first_year
    anti join engaged
        on engaged.network = began.network
        and engaged.hub = began.hub
        and engaged.lineage = began.lineage
        and engaged.start_year = returned.start_year
),
ended as (
    select
        absent.network,
        absent.hub,
        absent.lineage,
        min(absent.start_year) as end_year
    from absent
    join absent as absent_again
        on absent_again.network = absent.network
        and absent_again.hub = absent.hub
        and absent_again.lineage = absent.lineage
        and absent_again.start_year = absent.start_year + 1
    group by all
),
eligible as (
    select
        eligible_school.network,
        eligible_school.hub,
        eligible_school.lineage,
        academic_year.start_year
    from eligible_school
    join academic_year using (time_period)
),
judged as (
    select
        began.network,
        began.hub,
        began.lineage,
        began.first_year,
        ended.end_year,
        count(eligible.start_year) = 2 as is_lost
    from began
    left join ended
        on ended.network = began.network
        and ended.hub = began.hub
        and ended.lineage = began.lineage
    left join eligible
        on eligible.network = ended.network
        and eligible.hub = ended.hub
        and eligible.lineage = ended.lineage
        and eligible.start_year in (ended.end_year, ended.end_year + 1)
    group by all
),
-- Where it was not lost, it had closed in the first year of the two, or by the second.
gone as (
    select
        judged.network,
        judged.hub,
        judged.lineage,
        max(open_lineage.time_period) as open_period
    from judged
    join academic_year on academic_year.start_year = judged.end_year + 1
    left join open_lineage
        on open_lineage.lineage = judged.lineage
        and open_lineage.time_period = academic_year.time_period
    where not judged.is_lost
    group by all
)
select
    judged.network,
    judged.hub,
    judged.lineage,
    judged.first_year,
    judged.end_year,
    judged.is_lost,
    case
        when judged.end_year is null then null
        when judged.is_lost then coalesce(followed_school.fate, 'Left')
        when gone.open_period is null then 'Closed'
        else 'Moved area'
    end as fate
from judged
left join gone using (network, hub, lineage)
left join academic_year on academic_year.start_year = judged.end_year
left join followed_school
    on followed_school.network = judged.network
    and followed_school.hub = judged.hub
    and followed_school.lineage = judged.lineage
    and followed_school.time_period = academic_year.time_period;
