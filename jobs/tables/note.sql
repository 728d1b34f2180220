-- One row per note that a hub wrote beside a query, each time that it wrote or changed it; a blank one takes it back.
create table if not exists note (
    submission bigint not null,
    return_name varchar not null,
    hub varchar,
    time_period integer,
    rule varchar not null,
    field varchar,
    row_key varchar not null,
    note varchar not null
);
