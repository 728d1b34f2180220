-- One row per (submission): a submission that was withdrawn by hand, with the day and the reason.
create table if not exists withdrawal (
    submission bigint not null,
    withdrawn_on date not null,
    why varchar not null
);
