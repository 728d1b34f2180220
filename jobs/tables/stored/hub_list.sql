-- One row per (claim, row_number): a hub in a list of hubs; opened and closed are its first and last academic year.
create table if not exists hub_list (
    claim bigint not null,
    row_number integer not null,
    network varchar,
    hub varchar,
    hub_name varchar,
    aliases varchar,
    opened integer,
    closed integer
);
