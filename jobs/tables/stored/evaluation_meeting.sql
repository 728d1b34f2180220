-- One row per (claim, row_number): an activity of an evaluator's data collection. held is a day (2023-02-09), a month
-- (2023-03), or several.
create table if not exists evaluation_meeting (
    claim bigint not null,
    row_number integer not null,
    held varchar,
    activity varchar,
    participants varchar,
    methods varchar
);
