-- One row per (claim, row_number): a row of a list of local authority changes: from first_period on, the new code
-- replaces the old one.
create table if not exists authority_change (
    claim bigint not null,
    row_number integer not null,
    old_code varchar,
    new_code varchar,
    first_period integer
);
