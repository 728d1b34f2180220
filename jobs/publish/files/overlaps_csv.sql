-- One row per (time_period, network, hub, kind, places): a row of overlap, as it is published.
create or replace table overlaps_csv as
select
    time_period,
    network,
    hub,
    kind,
    places,
    schools,
    memberships
from overlap
order by
    time_period,
    network,
    hub,
    kind,
    places;
