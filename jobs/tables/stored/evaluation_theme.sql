-- One row per (claim, row_number): a significant theme of an evaluator's summary, with what it may imply, the
-- outcome or indicator that the evaluator coded it with, and what the evidence points to.
create table if not exists evaluation_theme (
    claim bigint not null,
    row_number integer not null,
    theme varchar,
    implications varchar,
    code varchar,
    points_to varchar
);
