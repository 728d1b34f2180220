-- One row per (as_of): the day of the last run, which decides for which years returns are expected by now.
-- Filled by each run before the tables are built.
create table if not exists run_day (
    as_of date not null
);
