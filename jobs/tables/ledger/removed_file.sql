-- One row per (submission): a submission whose file was removed from the archive when its retention expired; the rows
-- that were loaded from it stay.
create table if not exists removed_file (
    submission bigint not null,
    removed_on date not null
);
