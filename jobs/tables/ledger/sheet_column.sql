-- One row per (sheet, field, letter): a field of a sheet with the letter of its column, for naming cells.
create table if not exists sheet_column (
    sheet bigint not null,
    field varchar not null,
    letter varchar not null
);
