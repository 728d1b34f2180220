-- One row per (as_of): a nightly run whose note has been published, with the last submission that the note reported.
create table if not exists night_watermark (
    as_of date not null,
    last_submission bigint not null
);
