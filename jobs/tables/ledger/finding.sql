-- One row per (submission, sheet, claim, cell, row_number, rule, field): a finding, at the cell that it is about. It is
-- reported in three sentences with places for words, such as {urn}; noted_finding has the words in them.
create table if not exists finding (
    submission bigint not null,
    sheet bigint,
    claim bigint,
    row_number integer,
    cell varchar,
    rule varchar not null,
    severity varchar not null,
    field varchar,
    -- What the cell holds; null where there is nothing, or where it could be personal.
    value varchar,
    found varchar not null,
    -- Null in findings of a release that kept all in one sentence; so is action.
    accepted varchar,
    action varchar,
    words map(varchar, varchar) not null,
    -- What tells the row that a query is about from all others, whatever its number; null for an error.
    row_key varchar
);
