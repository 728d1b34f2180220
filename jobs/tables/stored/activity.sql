-- One row per (claim, row_number): an activity in a network's catalogue of an academic year, as returned. continues is
-- the code that it had the year before.
create table if not exists activity (
    claim bigint not null,
    row_number integer not null,
    activity varchar,
    time_period integer,
    title varchar,
    type varchar,
    phase varchar,
    designed varchar,
    origin_hub varchar,
    continues varchar
);
