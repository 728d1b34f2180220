-- One row per (indicator, network, hub, time_period, education_phase, breakdown): the figure that `explain` explains;
-- empty at any other time.
create table if not exists explained (
    indicator varchar not null,
    network varchar not null,
    hub varchar not null,
    time_period integer not null,
    education_phase varchar not null,
    breakdown varchar not null
);
