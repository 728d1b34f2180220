-- One row per hub, area and span of academic years.
create table if not exists hub_area (
    claim bigint not null,
    row_number integer not null,
    hub varchar,
    la_code varchar,
    district varchar,
    from_period integer,
    to_period integer
);
