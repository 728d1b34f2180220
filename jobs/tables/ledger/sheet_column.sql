-- One row per (sheet, field, letter): a field of a sheet: the letter of the column in which it stands, to name a cell
-- by.
create table if not exists sheet_column (
    sheet bigint not null,
    field varchar not null,
    letter varchar not null
);
