-- One row per (claim, row_number): an area of a hub over a span of academic years, as listed.
create table if not exists hub_area (
    claim bigint not null,
    row_number integer not null,
    hub varchar,
    la_code varchar,
    -- In place of a local authority, for a school that is listed individually.
    urn integer,
    district varchar,
    from_period integer,
    to_period integer
);
