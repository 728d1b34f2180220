-- One row per (claim, row_number): a school that an evaluator's summary describes without its name, with the note that
-- the school has agreed to the description.
create table if not exists evaluation_school (
    claim bigint not null,
    row_number integer not null,
    school varchar,
    description varchar,
    agreed varchar
);
