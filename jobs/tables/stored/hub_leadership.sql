-- One row per (claim, row_number): an organisation that leads a hub from one academic year to another, as returned.
create table if not exists hub_leadership (
    claim bigint not null,
    row_number integer not null,
    hub varchar,
    organisation varchar,
    from_period integer,
    to_period integer
);
