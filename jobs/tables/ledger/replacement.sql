-- One row per (sheet, hub, time_period): what a sheet replaced when it was loaded, or would replace once that is
-- confirmed. Where nothing was in force before, there is no row.
create table if not exists replacement (
    sheet bigint not null,
    submission bigint not null,
    return_name varchar not null,
    hub varchar,
    time_period integer,
    -- What was answered in the Findings sheet; null where nothing was.
    choice varchar,
    held boolean not null,
    rows_before integer not null,
    rows_after integer not null,
    -- By the nouns that the return counts in, such as schools.
    counts_before map(varchar, integer) not null,
    counts_after map(varchar, integer) not null,
    -- Of a survey: answers of the sheet that were not in force before, and answers that they replaced.
    answers_new integer,
    answers_replaced integer
);
