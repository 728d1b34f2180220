-- One row per (claim, row_number): a link between two establishments, as downloaded.
create table if not exists school_link (
    claim bigint not null,
    row_number integer not null,
    urn integer,
    link_urn integer,
    link_type varchar,
    link_date date
);
