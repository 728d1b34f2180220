-- One row per network, hub (or Total, or hub restated), lineage ever engaged and academic year from its first engaged one
-- on: for how many years its engagement is known to have lasted by then, whether that is because it was lost, and what
-- became of it.
create or replace table engagement_duration as
with engaged as (
    select
        school_engagement.network,
        school_engagement.hub,
        school_engagement.lineage,
        list(academic_year.start_year) as years
    from school_engagement
    join academic_year using (time_period)
    where school_engagement.rung >= 2
    group by all
),
-- What is known of each spell in each year from its first on.
known as (
    select
        spell.network,
        spell.hub,
        spell.lineage,
        academic_year.time_period,
        spell.is_lost and spell.end_year < academic_year.start_year as is_event,
        spell.end_year - spell.first_year as years_to_end,
        case when spell.end_year < academic_year.start_year then spell.fate end as fate,
        list_max([
            year
            for year in engaged.years
            if year <= academic_year.start_year
            and (spell.end_year is null or spell.end_year >= academic_year.start_year or year < spell.end_year)
        ])
        - spell.first_year as years_engaged
    from engagement_spell as spell
    join network_year on network_year.network = spell.network
    join academic_year
        on academic_year.time_period = network_year.time_period
        and academic_year.start_year >= spell.first_year
    join engaged
        on engaged.network = spell.network
        and engaged.hub = spell.hub
        and engaged.lineage = spell.lineage
)
select
    network,
    hub,
    lineage,
    time_period,
    fate,
    coalesce(is_event, false) as is_event,
    case when is_event then years_to_end else years_engaged end as years
from known;
