-- One row per quantity that a hub stated for an academic year.
create table if not exists stated_total (
    claim bigint not null,
    row_number integer not null,
    hub varchar,
    time_period integer,
    quantity varchar,
    stated_value integer
);
