-- One row per network, hub (or Total), academic year and eligible lineage: all that school indicators count.
create or replace table school_year as
with first_engaged as (
    select
        network,
        hub,
        lineage,
        min(time_period) as time_period
    from school_engagement
    where rung >= 2
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
    this_year.is_rural,
    this_year.is_selective,
    coalesce(engaged.rung, 0) as rung,
    coalesce(engaged_before.rung, 0) as rung_before,
    coalesce(first_engaged.time_period <= this_year.time_period, false) as ever_engaged,
    last_year.lineage is not null as eligible_before,
    coalesce(placed.active, false) as active,
    coalesce(placed.active_beyond, false) as active_beyond,
    coalesce(placed.beyond, false) as beyond,
    coalesce(placed_before.active_developing, false) as active_developing_before
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
left join first_engaged
    on first_engaged.network = this_year.network
    and first_engaged.hub = this_year.hub
    and first_engaged.lineage = this_year.lineage
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
