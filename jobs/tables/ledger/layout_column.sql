-- One row per (sheet, field): a column of a converted sheet that was guessed: the heading that was read as the field,
-- and digests of the values below it, by which it is known again in the workbook that comes back.
create table if not exists layout_column (
    sheet bigint not null,
    field varchar not null,
    heading varchar not null,
    digests varchar not null
);
