-- One row per submission that was taken out of force by hand: when, and why.
create table if not exists withdrawal (
    submission bigint not null,
    withdrawn_on date not null,
    why varchar not null
);
