-- One row per network, hub (or Total, or hub restated), academic year of which the return was received, and lineage
-- that was engaged and eligible in the year before: what became of it. Stayed is engaged and eligible again. Of the
-- others, Closed is open no more; Moved area is open, and eligible here no more; Paused is on the pathway and paused;
-- Converted has another number than last year, as a school that became an academy has; Left is open and here, and did
-- not come.
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
        network,
        hub,
        time_period
    from return_received
    where return_name = 'engagement'
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
        when open_lineage.lineage is null then 'Closed'
        when this_year.lineage is null then 'Moved area'
        when school_engagement.rung >= 2 then 'Stayed'
        when pathway_school.state = 'Paused' then 'Paused'
        when this_year.urn <> engaged_before.urn then 'Converted'
        else 'Left'
    end as fate
from engaged_before
join received using (network, hub, time_period)
left join open_lineage using (time_period, lineage)
left join eligible_school as this_year using (network, hub, time_period, lineage)
left join school_engagement using (network, hub, time_period, lineage)
left join pathway_school using (network, hub, time_period, lineage);
