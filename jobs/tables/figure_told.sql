-- One row per cell of the last published night, as it was then: what the next note compares with.
create table if not exists figure_told (
    network varchar not null,
    hub varchar not null,
    time_period integer not null,
    education_phase varchar not null,
    breakdown varchar not null,
    indicator varchar not null,
    numerator double,
    denominator double,
    n double,
    value double,
    symbol varchar,
    definition_version integer not null
);
