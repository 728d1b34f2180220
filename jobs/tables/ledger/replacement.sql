-- One row per (sheet, hub, time_period): what a sheet replaced when it was loaded, or would replace once that is
-- confirmed. If nothing was in force before, there is no row.
create table if not exists replacement (
    sheet bigint not null,
    submission bigint not null,
    return_name varchar not null,
    hub varchar,
    time_period integer,
    -- The answer in the Findings sheet; null if there is none.
    choice varchar,
    held boolean not null,
    rows_before integer not null,
    rows_after integer not null,
    -- Counts by the nouns of the return, such as schools.
    counts_before map(varchar, integer) not null,
    counts_after map(varchar, integer) not null,
    -- For a survey: answers of the sheet that were not in force before, and answers that they replaced.
    answers_new integer,
    answers_replaced integer
);
