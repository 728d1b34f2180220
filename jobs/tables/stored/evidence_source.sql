-- One row per (claim, row_number): a source in which mechanisms were coded: an interview, a document, an observation or
-- a survey, as returned.
create table if not exists evidence_source (
    claim bigint not null,
    row_number integer not null,
    source varchar,
    kind varchar,
    level varchar,
    interviewed_role varchar,
    held date,
    consent varchar
);
