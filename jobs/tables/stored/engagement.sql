-- One row per (claim, row_number): a participant in an activity in an academic year, as a hub returned it.
create table if not exists engagement (
    claim bigint not null,
    row_number integer not null,
    hub varchar,
    time_period integer,
    urn integer,
    school varchar,
    activity varchar,
    participant varchar,
    role varchar,
    sessions_offered integer,
    sessions_attended integer,
    status varchar
);
