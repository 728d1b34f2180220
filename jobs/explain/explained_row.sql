-- One row per unit and row that it was counted from.
-- A unit has only some of the keys, so each key has its own join. A single join with `or` between the keys could not be
-- a hash join and would compare every unit with every row.
create or replace temp table explained_row as
with unit as (
    select
        rowid as unit,
        *
    from explained_unit
)
select
    unit.unit,
    source.claim,
    source.row_number
from unit
join explained_source as source
    on source.claim = unit.claim
    and source.row_number = coalesce(unit.row_number, source.row_number)
union all
select distinct
    unit.unit,
    source.claim,
    source.row_number
from unit
join explained_source as source on source.lineage = unit.lineage
where unit.claim is null
union all
select
    unit.unit,
    source.claim,
    source.row_number
from unit
join explained_source as source
    on source.member = unit.member
    and source.participant = unit.participant
where unit.claim is null and unit.lineage is null
union all
select
    unit.unit,
    source.claim,
    source.row_number
from unit
join explained_source as source
    on source.member = unit.member
    and source.lead = unit.lead
where unit.claim is null
union all
select
    unit.unit,
    source.claim,
    source.row_number
from unit
join explained_source as source
    on source.member = unit.member
    and source.quantity = unit.quantity
where unit.claim is null
union all
select
    unit.unit,
    source.claim,
    source.row_number
from unit
join explained_source as source
    on source.member = unit.member
    and source.activity = unit.activity
where unit.claim is null and unit.lineage is null and unit.participant is null
union all
-- A return that is counted as a unit is listed separately, whatever its rows.
select
    unit.unit,
    explained_claim.claim,
    null as row_number
from unit
join explained_claim
    on explained_claim.member = unit.member
    and explained_claim.return_name = unit.return_name
union all
select
    unit.unit,
    source.claim,
    source.row_number
from unit
join explained_source as source on source.member = unit.member
join explained_claim
    on explained_claim.claim = source.claim
    and explained_claim.return_name = 'hub_list'
where
    coalesce(unit.participant, unit.lead, unit.quantity, unit.activity, unit.return_name, unit.indicator) is null;
