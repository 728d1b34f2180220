-- One row per (submission): one received file, identified by its content. A higher number was received later.
create table if not exists submission (
    submission bigint not null,
    sha256 varchar not null,
    file_name varchar not null,
    modified timestamp,
    taken_on date,
    status varchar not null,
    -- The fingerprint of the catalogue with which it was read: a held file is tried again when that has changed.
    catalogue varchar,
    -- A digest of its receipt when it was last written; null before the first.
    told varchar,
    -- The submission that a returned workbook corrects; null for every other file.
    corrects bigint
);
