-- One row per (query): a query of the catalogue when it last ran: a hash of all that it read, and what its rows add up
-- to. It runs again only where either has changed.
create table if not exists query_run (
    query varchar not null,
    inputs varchar not null,
    rows_made varchar not null
);
