-- One row per (claim, row_number): a row of an engagement or pathway return in force, with the school it lists and the
-- name that the hub uses.
create or replace table listed_school as
with listed as (
    select claim, row_number, hub, time_period, urn, school
    from engagement
    union all
    select claim, row_number, hub, time_period, urn, school
    from pathway
)
select
    listed.claim,
    listed.row_number,
    listed.hub,
    listed.time_period,
    listed.urn,
    listed.school,
    lineage.lineage
from listed
semi join claim_in_force using (claim)
join hub_year using (hub, time_period)
join lineage using (urn);
