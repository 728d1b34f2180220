-- One row per submission whose file was taken out of the archive, its time there being over: what was loaded of it stays.
create table if not exists removed_file (
    submission bigint not null,
    removed_on date not null
);
