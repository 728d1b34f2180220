-- One row per claim: one return for one hub and academic year, or one reference list, from one sheet.
create table if not exists claim (
    claim bigint not null,
    sheet bigint not null,
    submission bigint not null,
    return_name varchar not null,
    hub varchar,
    time_period integer,
    accepted integer not null,
    in_force boolean not null
);
