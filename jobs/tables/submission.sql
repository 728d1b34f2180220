-- One row per submission: one file received, known by its content.
create table if not exists submission (
    submission bigint not null,
    sha256 varchar not null,
    file_name varchar not null,
    modified timestamp,
    taken_on date,
    status varchar not null
);
