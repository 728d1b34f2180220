-- One row per relation between counts of a frozen public edition and count that takes part in it, with its sign.
create table if not exists frozen_relation (
    edition varchar not null,
    relation bigint not null,
    count_id bigint not null,
    sign integer not null
);
