-- One row per (query): the last run of a query of the catalogue: a hash of its inputs, and a checksum of its rows.
-- It runs again only if either has changed.
create table if not exists query_run (
    query varchar not null,
    inputs varchar not null,
    rows_made varchar not null
);
