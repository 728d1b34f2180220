-- One row per (submission, return_name, hub, time_period, rule, field, row_key): a note that a hub wrote beside a
-- query, each time it was written or changed; a blank note withdraws it.
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
