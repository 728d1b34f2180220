-- One row per (claim, row_number): a mechanism by which a hub or a network is led, as one coder coded it in one
-- source. hub is the name of the network if the row is about the national level.
create table if not exists mechanism (
    claim bigint not null,
    row_number integer not null,
    hub varchar,
    time_period integer,
    level varchar,
    mechanism_group varchar,
    mode varchar,
    mechanism varchar,
    role varchar,
    leadership_function varchar,
    strength varchar,
    source varchar,
    coder varchar,
    note varchar
);
