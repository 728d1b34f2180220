-- One row per night whose note has been published, with the last submission that it told of.
create table if not exists night_told (
    as_of date not null,
    last_submission bigint not null
);
