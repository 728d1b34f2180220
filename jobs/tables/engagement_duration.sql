-- One row per network, hub (or Total, or hub restated), lineage ever engaged and academic year from its first engaged one
-- on: for how many years its engagement is known to have lasted by then, whether that is because it was lost, and what
-- became of it.
create or replace table engagement_duration as
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
        max(engaged.start_year) - spell.first_year as years_engaged
    from engagement_spell as spell
    join network_year on network_year.network = spell.network
    join academic_year
        on academic_year.time_period = network_year.time_period
        and academic_year.start_year >= spell.first_year
    join engaged
        on engaged.network = spell.network
        and engaged.hub = spell.hub
        and engaged.lineage = spell.lineage
        and engaged.start_year <= academic_year.start_year
        and engaged.start_year < coalesce(
            case when spell.end_year < academic_year.start_year then spell.end_year end,
            academic_year.start_year + 1
        )
    group by
        spell.network,
        spell.hub,
        spell.lineage,
        academic_year.time_period,
        academic_year.start_year,
        spell.end_year,
        spell.first_year,
        spell.is_lost,
        spell.fate
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
