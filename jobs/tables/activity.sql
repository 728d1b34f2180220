-- One row per activity and academic year of a network's catalogue; continues is its code of the year before.
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
