-- One row per (network, hub, time_period, urn): an eligible school of a hub, its grid reference in metres, or null,
-- and whether it was engaged; null if engagement is not known. Only for the hub's own report: no network has rows
-- here.
create or replace table school_place as
select
    school_year.network,
    school_year.hub,
    school_year.time_period,
    school_year.urn::text as urn,
    school.name as school,
    nullif(school.easting, 0) as easting,
    nullif(school.northing, 0) as northing,
    case when standing.is_covered and not standing.is_partial then school_year.rung >= 2 end as is_engaged
from school_year
semi join hub_year using (network, hub, time_period)
join school on school.urn = school_year.urn
left join figure_standing as standing
    on standing.indicator = 'schools_engaged_percent'
    and standing.network = school_year.network
    and standing.hub = school_year.hub
    and standing.counted_as = school_year.hub
    and standing.time_period = school_year.time_period
order by
    school_year.network,
    school_year.hub,
    school_year.time_period,
    school_year.urn;
