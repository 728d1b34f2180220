-- One row per finding, at the cell it is about.
create table if not exists finding (
    submission bigint not null,
    sheet bigint,
    claim bigint,
    row_number integer,
    cell varchar,
    rule varchar not null,
    severity varchar not null,
    field varchar,
    found varchar,
    message varchar not null,
    -- What tells the row that a query is about from all others, whatever its number; null for an error.
    row_key varchar
);
