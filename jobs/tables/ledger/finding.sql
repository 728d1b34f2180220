-- One row per (submission, sheet, claim, cell, row_number, rule, field): a finding, with the cell that it is about.
-- It has three texts with placeholders, such as {urn}; noted_finding has them filled in.
create table if not exists finding (
    submission bigint not null,
    sheet bigint,
    claim bigint,
    row_number integer,
    cell varchar,
    rule varchar not null,
    severity varchar not null,
    field varchar,
    -- The content of the cell; null if it is blank, or could be personal.
    value varchar,
    found varchar not null,
    -- Null in findings of a release that kept all texts in one; so is action.
    accepted varchar,
    action varchar,
    words map(varchar, varchar) not null,
    -- Identifies the row of a query whatever its number; null for an error.
    row_key varchar
);
