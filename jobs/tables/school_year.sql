-- One row per network, hub (or Total, or hub restated), academic year and eligible lineage: all that school indicators
-- count.
create or replace table school_year as
with engaged_so_far as (
    select
        eligible_school.network,
        eligible_school.hub,
        eligible_school.time_period,
        eligible_school.lineage,
        count(*) as years
    from eligible_school
    join school_engagement
        on school_engagement.network = eligible_school.network
        and school_engagement.hub = eligible_school.hub
        and school_engagement.lineage = eligible_school.lineage
        and school_engagement.time_period <= eligible_school.time_period
    where school_engagement.rung >= 2
    group by all
)
select
    this_year.network,
    this_year.hub,
    this_year.time_period,
    this_year.lineage,
    this_year.urn,
    this_year.phase,
    this_year.pupils,
    this_year.fsm_percent,
    fsm_group.fsm_fifth,
    fsm_group.fsm_third,
    this_year.is_rural,
    this_year.is_selective,
    coalesce(engaged.rung, 0) as rung,
    coalesce(engaged_before.rung, 0) as rung_before,
    coalesce(engaged_so_far.years, 0) as engaged_years,
    engaged_so_far.lineage is not null as ever_engaged,
    last_year.lineage is not null as eligible_before,
    coalesce(placed.active, false) as active,
    coalesce(placed.active_beyond, false) as active_beyond,
    coalesce(placed.beyond, false) as beyond,
    coalesce(placed_before.active_developing, false) as active_developing_before,
    coalesce(placed_before.paused, false) as paused_before
from eligible_school as this_year
join academic_year using (time_period)
left join eligible_school as last_year
    on last_year.network = this_year.network
    and last_year.hub = this_year.hub
    and last_year.lineage = this_year.lineage
    and last_year.time_period = academic_year.previous_period
left join school_engagement as engaged
    on engaged.network = this_year.network
    and engaged.hub = this_year.hub
    and engaged.lineage = this_year.lineage
    and engaged.time_period = this_year.time_period
left join school_engagement as engaged_before
    on engaged_before.network = this_year.network
    and engaged_before.hub = this_year.hub
    and engaged_before.lineage = this_year.lineage
    and engaged_before.time_period = academic_year.previous_period
left join engaged_so_far
    on engaged_so_far.network = this_year.network
    and engaged_so_far.hub = this_year.hub
    and engaged_so_far.lineage = this_year.lineage
    and engaged_so_far.time_period = this_year.time_period
left join fsm_group
    on fsm_group.network = this_year.network
    and fsm_group.lineage = this_year.lineage
    and fsm_group.time_period = this_year.time_period
left join pathway_school as placed
    on placed.network = this_year.network
    and placed.hub = this_year.hub
    and placed.lineage = this_year.lineage
    and placed.time_period = this_year.time_period
left join pathway_school as placed_before
    on placed_before.network = this_year.network
    and placed_before.hub = this_year.hub
    and placed_before.lineage = this_year.lineage
    and placed_before.time_period = academic_year.previous_period;
