-- One row per (network, hub, time_period, lineage): an eligible school in an academic year, with everything that
-- indicators of schools count. hub may be Total, or a restated hub.
create or replace table school_year as
with standing as (
    select
        network,
        hub,
        lineage,
        time_period,
        eligible_school.urn,
        eligible_school.phase,
        eligible_school.pupils,
        eligible_school.fsm_percent,
        eligible_school.is_rural,
        eligible_school.is_selective,
        eligible_school.urn is not null as eligible,
        coalesce(school_engagement.rung, 0) as rung,
        coalesce(pathway_school.active, false) as active,
        coalesce(pathway_school.active_developing, false) as active_developing,
        coalesce(pathway_school.active_beyond, false) as active_beyond,
        coalesce(pathway_school.beyond, false) as beyond,
        coalesce(pathway_school.paused, false) as paused
    from eligible_school
    full join school_engagement using (network, hub, lineage, time_period)
    full join pathway_school using (network, hub, lineage, time_period)
),
-- One pass over the years of each school instead of self-joins.
followed as (
    select
        standing.*,
        lag(standing.time_period) over years is not distinct from academic_year.previous_period as has_last_year,
        lag(standing.eligible) over years as eligible_before,
        lag(standing.phase) over years as phase_before,
        lag(standing.active) over years as active_before,
        lag(standing.rung) over years as rung_before,
        lag(standing.active_developing) over years as active_developing_before,
        lag(standing.paused) over years as paused_before,
        count(*) filter (where standing.rung >= 2) over years as engaged_years
    from standing
    join academic_year using (time_period)
    window years as (
        partition by standing.network, standing.hub, standing.lineage
        order by standing.time_period
    )
)
select
    followed.network,
    followed.hub,
    followed.time_period,
    followed.lineage,
    followed.urn,
    followed.phase,
    followed.pupils,
    followed.fsm_percent,
    fsm_group.fsm_fifth,
    fsm_group.fsm_third,
    followed.is_rural,
    followed.is_selective,
    followed.rung,
    case when followed.has_last_year then followed.rung_before else 0 end as rung_before,
    followed.engaged_years,
    followed.engaged_years > 0 as ever_engaged,
    followed.has_last_year and followed.eligible_before as eligible_before,
    case when followed.has_last_year then followed.phase_before end as phase_before,
    followed.has_last_year and coalesce(followed.active_before, false) as active_before,
    followed.active,
    followed.active_beyond,
    followed.beyond,
    followed.has_last_year and followed.active_developing_before as active_developing_before,
    followed.has_last_year and followed.paused_before as paused_before
from followed
left join fsm_group
    on fsm_group.network = followed.network
    and fsm_group.lineage = followed.lineage
    and fsm_group.time_period = followed.time_period
where followed.eligible;
