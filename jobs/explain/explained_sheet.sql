-- One row per sheet and return behind the figure, and one for units that are in no row: the number of its rows,
-- their cells, and the number of units in them; and what these units add to the figure, each counted once in the
-- newest sheet. So the numerators, denominators and n of all rows add up to those of the figure.
create or replace temp table explained_sheet as
with told as (
    select
        explained_row.unit,
        explained_row.row_number,
        explained_claim.claim,
        explained_claim.place
    from explained_row
    join explained_claim using (claim)
),
counted as (
    select
        unit,
        arg_min(claim, place) as claim
    from told
    group by unit
),
added as (
    select
        counted.claim,
        sum(unit.numerator) as numerator,
        sum(unit.denominator) as denominator,
        sum(unit.n) as n
    from explained_unit as unit
    left join counted on counted.unit = unit.rowid
    group by all
),
units as (
    select
        claim,
        count(distinct unit) as units
    from told
    group by claim
),
-- Consecutive rows are one range.
row_told as (
    select distinct
        claim,
        row_number
    from told
    where row_number is not null
),
ranged as (
    select
        claim,
        row_number,
        row_number - row_number() over (partition by claim order by row_number) as island
    from row_told
),
range_of_rows as (
    select
        claim,
        min(row_number) as first_row,
        max(row_number) as last_row,
        count(*) as rows
    from ranged
    group by claim, island
),
cells as (
    select
        explained_claim.claim,
        sum(range_of_rows.rows)::bigint as rows,
        string_agg(
            coalesce(explained_columns.first_letter, 'A') || first_row || ':'
                || coalesce(explained_columns.last_letter, 'A') || last_row,
            ', ' order by first_row
        ) as cells
    from range_of_rows
    join explained_claim using (claim)
    left join explained_columns using (sheet)
    group by explained_claim.claim
)
select
    coalesce(explained_claim.place, 1000000000) as place,
    submission.file_name,
    submission.sha256,
    submitted_sheet.name as sheet,
    explained_claim.return_name,
    explained_claim.member as hub,
    explained_claim.time_period,
    coalesce(cells.rows, 0) as rows,
    cells.cells,
    coalesce(units.units, 0) as units,
    coalesce(added.numerator, 0) as numerator,
    coalesce(added.denominator, 0) as denominator,
    coalesce(added.n, 0) as n
from explained_claim
full join added on added.claim = explained_claim.claim
left join units on units.claim = explained_claim.claim
left join cells on cells.claim = explained_claim.claim
left join submitted_sheet on submitted_sheet.sheet = explained_claim.sheet
left join submission on submission.submission = submitted_sheet.submission
-- Leaves out reference lists without any of the units.
where explained_claim.member is not null or units.units > 0 or explained_claim.claim is null
order by place;
