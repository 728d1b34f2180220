-- One row per (claim, row_number): a quantity that a hub stated for an academic year, as returned.
create table if not exists stated_total (
    claim bigint not null,
    row_number integer not null,
    hub varchar,
    time_period integer,
    quantity varchar,
    stated_value integer,
    education_phase varchar
);
