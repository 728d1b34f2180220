-- One row per count that a frozen public edition gave away, and whether its readers were shown it.
create table if not exists frozen_count (
    edition varchar not null,
    count_id bigint not null,
    network varchar not null,
    hub varchar not null,
    time_period integer not null,
    education_phase varchar not null,
    count_name varchar not null,
    number bigint not null,
    least integer not null,
    is_printed boolean not null,
    is_shown boolean not null,
    is_protected boolean not null
);
