-- One row per (network, hub, time_period, lineage): what happened in an academic year, whose return was received, to a
-- school that was engaged and eligible in the year before. Each school has one fate. Retained schools are eligible and
-- engaged again: Stayed, or Converted if the school has a new number, for example as an academy. Schools not retained
-- are eligible but not engaged: Paused if paused on the pathway, otherwise Left. Schools not eligible are in neither
-- count: Closed if no URN of it is open, otherwise Moved area. hub may be Total, a group of hubs, or a restated hub.
create or replace table followed_school as
with engaged_before as (
    select
        eligible_school.network,
        eligible_school.hub,
        academic_year.time_period,
        eligible_school.lineage,
        eligible_school.urn,
        eligible_school.phase
    from eligible_school
    join academic_year on academic_year.previous_period = eligible_school.time_period
    join school_engagement using (network, hub, lineage)
    where
        school_engagement.time_period = eligible_school.time_period
        and school_engagement.rung >= 2
),
received as (
    select
        figure_hub.network,
        figure_hub.hub,
        figure_hub.time_period
    from return_received
    join figure_hub
        on figure_hub.member = return_received.hub
        and figure_hub.time_period = return_received.time_period
    where return_received.return_name = 'engagement'
    union
    select
        restated_hub.network,
        restated_hub.hub,
        return_received.time_period
    from return_received
    join restated_hub on restated_hub.member = return_received.hub
    where return_received.return_name = 'engagement'
)
select
    engaged_before.network,
    engaged_before.hub,
    engaged_before.time_period,
    engaged_before.lineage,
    engaged_before.urn as urn_before,
    engaged_before.phase as phase_before,
    this_year.urn,
    this_year.phase,
    case
        when not coalesce(open_lineage.is_state_funded, false) then 'Closed'
        when this_year.lineage is null then 'Moved area'
        when school_engagement.rung >= 2 and this_year.urn <> engaged_before.urn then 'Converted'
        when school_engagement.rung >= 2 then 'Stayed'
        when pathway_school.state = 'Paused' then 'Paused'
        else 'Left'
    end as fate
from engaged_before
join received using (network, hub, time_period)
left join open_lineage using (time_period, lineage)
left join eligible_school as this_year using (network, hub, time_period, lineage)
left join school_engagement using (network, hub, time_period, lineage)
left join pathway_school using (network, hub, time_period, lineage);
