-- One row per sheet and field: the letter of the column in which the field stands, to name a cell by.
create table if not exists sheet_column (
    sheet bigint not null,
    field varchar not null,
    letter varchar not null
);
