-- One row per network, hub (or Total) and lineage ever engaged: from its first engaged year to the first of two years
-- without engagement in a row, both returned, in which that spell ends; null where it has not ended. It was lost where
-- it was eligible in both; where it had closed or moved away, nobody knows.
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
)
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
group by all;
