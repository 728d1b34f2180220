-- One row per (indicator): an indicator with the texts of its heading.
create table if not exists definition (
    indicator varchar not null,
    title varchar not null,
    question varchar not null,
    numerator varchar not null,
    denominator varchar not null,
    unit varchar not null,
    higher_is varchar not null,
    outcome varchar not null,
    also varchar not null,
    construct varchar not null,
    notes varchar not null,
    why varchar not null,
    source varchar not null,
    counts varchar not null,
    interval varchar not null,
    levels varchar not null,
    breakdowns varchar not null,
    returns varchar not null,
    years varchar not null,
    reviewed varchar not null,
    version integer not null
);
