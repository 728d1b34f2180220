-- One row per (network, hub, time_period, education_phase, series, number): a count as last published, the range in
-- which the readers of everything published until then know it to be, and whether it was hidden.
create table if not exists public_told (
    network varchar not null,
    hub varchar not null,
    time_period integer not null,
    education_phase varchar not null,
    series varchar not null,
    number bigint not null,
    lower bigint not null,
    upper bigint not null,
    is_hidden boolean not null
);
