-- One row per (claim, row_number): a school at a stage in an academic year, as a hub returned it.
create table if not exists pathway (
    claim bigint not null,
    row_number integer not null,
    hub varchar,
    time_period integer,
    urn integer,
    school varchar,
    stage varchar,
    status varchar,
    reason varchar,
    expected_return varchar
);
