-- One row per (claim, row_number): an activity of a hub in an academic year, as returned.
create table if not exists delivery (
    claim bigint not null,
    row_number integer not null,
    hub varchar,
    time_period integer,
    activity varchar,
    activity_title varchar,
    activity_type varchar,
    groups integer,
    places_offered integer,
    places_filled integer,
    core_due integer,
    core_delivered integer,
    adaptations integer,
    adaptations_consistent integer
);
