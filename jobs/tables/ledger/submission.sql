-- One row per (submission): one file that was received, known by its content. A higher number came later.
create table if not exists submission (
    submission bigint not null,
    sha256 varchar not null,
    file_name varchar not null,
    modified timestamp,
    taken_on date,
    status varchar not null,
    -- The fingerprint of the catalogue by which it was read: a held file is tried again when that has changed.
    catalogue varchar,
    -- What its receipt said when that was last written, as a digest; null before the first.
    told varchar,
    -- The submission that a returned workbook corrects; null for every other file.
    corrects bigint
);
