-- One row per (return_name): a return in the catalogue, with the title used in tables.
-- Filled from jobs/returns when the store is opened.
create table if not exists return_title (
    return_name varchar,
    title varchar
);
