-- One row per (submission): a submission that was withdrawn by hand: when, and why.
create table if not exists withdrawal (
    submission bigint not null,
    withdrawn_on date not null,
    why varchar not null
);
