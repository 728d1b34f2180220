-- One row per (as_of): the day of the last run, from which the years follow for which returns are expected by now.
-- Filled by each run before the tables are built.
create table if not exists run_day (
    as_of date not null
);
