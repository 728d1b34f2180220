-- One row per (sheet, field): a guessed column of a converted sheet: the heading that was read as the field, and
-- digests of the values below it, by which the column is recognised in the workbook that is sent in.
create table if not exists layout_column (
    sheet bigint not null,
    field varchar not null,
    heading varchar not null,
    digests varchar not null
);
