-- One row per indicator, network, hub (or Total), academic year, phase and breakdown that has anything to count.
create table if not exists measured (
    indicator varchar not null,
    network varchar not null,
    hub varchar not null,
    time_period integer not null,
    education_phase varchar not null,
    breakdown varchar not null,
    numerator double,
    denominator double,
    n double,
    value double,
    value_lower_ci double,
    value_upper_ci double,
    deff double,
    schools bigint
);
