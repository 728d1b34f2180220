-- One row per indicator, network, phase and academic year that has a target.
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
