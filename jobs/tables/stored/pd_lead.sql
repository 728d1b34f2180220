-- One row per (claim, row_number): a professional development lead in an academic year, as a hub returned it.
create table if not exists pd_lead (
    claim bigint not null,
    row_number integer not null,
    hub varchar,
    time_period integer,
    lead varchar,
    role varchar,
    title varchar,
    cohort varchar,
    urn integer,
    accreditation varchar,
    fte decimal(9, 3),
    shared_post varchar,
    organisation varchar
);
