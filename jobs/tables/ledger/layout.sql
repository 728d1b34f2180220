-- One row per (sheet): a sheet that went back converted: the arrangement of its headings, and the submission by which
-- its hub confirmed how they were read. confirmed_by is null until then.
create table if not exists layout (
    sheet bigint not null,
    hub varchar not null,
    return_name varchar not null,
    headings varchar not null,
    confirmed_by bigint
);
