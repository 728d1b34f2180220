-- One row per (sheet): a sheet that was returned converted: the arrangement of its headings, and the submission with
-- which its hub confirmed how they were read. confirmed_by is null until then.
create table if not exists layout (
    sheet bigint not null,
    hub varchar not null,
    return_name varchar not null,
    headings varchar not null,
    confirmed_by bigint
);
