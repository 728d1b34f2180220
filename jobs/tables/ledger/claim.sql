-- One row per (claim): one return for one hub and academic year, or one reference list, from one sheet.
create table if not exists claim (
    claim bigint not null,
    sheet bigint not null,
    submission bigint not null,
    return_name varchar not null,
    hub varchar,
    time_period integer,
    -- The number of rows in force; for a replaced claim, the number of rows that it had when it was replaced.
    accepted integer not null,
    in_force boolean not null,
    -- How it replaced what was in force: everything, units or answers; null in claims of an older release.
    takes varchar,
    -- The claim that replaced it as a whole.
    replaced_by bigint
);
