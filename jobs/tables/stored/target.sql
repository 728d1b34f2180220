-- One row per (claim, row_number): a target of a network for an indicator, a phase and an academic year, as listed.
create table if not exists target (
    claim bigint not null,
    row_number integer not null,
    indicator varchar,
    network varchar,
    education_phase varchar,
    time_period integer,
    target decimal(9, 3),
    source varchar
);
