-- One row per (sha256): a file that named a forgotten person, with the file that replaced it. The same content is
-- not accepted again.
create table if not exists forgotten_file (
    sha256 varchar not null,
    replacement varchar not null,
    forgotten_on date not null
);
