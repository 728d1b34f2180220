-- One row per (unit): a unit of the figure by name, with the first cells of the newest sheet that it was counted
-- from, what it counted as, and, if it is a school that is followed, what happened to it in the following year.
create or replace temp table explained_counted as
with newest as (
    select
        explained_row.unit,
        arg_min(explained_row.claim, explained_claim.place) as claim
    from explained_row
    join explained_claim using (claim)
    group by explained_row.unit
),
first_row as (
    select
        explained_row.unit,
        explained_row.claim,
        min(explained_row.row_number) as row_number,
        count(*) as rows
    from explained_row
    join newest using (unit, claim)
    group by explained_row.unit, explained_row.claim
),
followed_after as (
    select
        followed_school.lineage,
        followed_school.fate
    from explained_standing
    join academic_year on academic_year.previous_period = explained_standing.time_period
    join followed_school
        on followed_school.network = explained_standing.network
        and followed_school.hub = explained_standing.counted_as
        and followed_school.time_period = academic_year.time_period
)
select
    unit.rowid as unit,
    coalesce(
        nullif(
            concat_ws(
                ', ',
                unit.lineage,
                unit.lead,
                unit.participant,
                unit.activity,
                unit.quantity,
                unit.return_name,
                unit.indicator
            ),
            ''
        ),
        concat_ws(' ', unit.member, unit.claim, unit.row_number)
    ) as reference,
    coalesce(
        nullif(
            concat_ws(
                ', ',
                unit.lineage || coalesce(' ' || school.name, ''),
                unit.lead,
                unit.participant,
                unit.activity,
                unit.quantity,
                return_title.title,
                unit.indicator
            ),
            ''
        ),
        unit.member,
        'one answer'
    ) as what,
    submission.file_name,
    submitted_sheet.name as sheet,
    coalesce(explained_columns.first_letter, 'A') || first_row.row_number || ':'
        || coalesce(explained_columns.last_letter, 'A') || first_row.row_number as cells,
    first_row.rows,
    coalesce(unit.numerator, 0) as numerator,
    coalesce(unit.denominator, 0) as denominator,
    coalesce(unit.n, 0) as n,
    followed_after.fate as fate_after
from explained_unit as unit
left join first_row on first_row.unit = unit.rowid
left join explained_claim on explained_claim.claim = first_row.claim
left join submitted_sheet on submitted_sheet.sheet = explained_claim.sheet
left join submission on submission.submission = submitted_sheet.submission
left join explained_columns on explained_columns.sheet = explained_claim.sheet
left join school on school.urn = unit.lineage
left join return_title on return_title.return_name = unit.return_name
left join followed_after on followed_after.lineage = unit.lineage;
