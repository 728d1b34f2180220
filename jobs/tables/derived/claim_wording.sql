-- One row per (wording_order): a wording in which evaluators state a quantity, as a regular expression, with the
-- quantity and the numbers of the groups for the number or word and for the cohort; 0 if there is none. A clause
-- that matches unless_pattern states no quantity. any_time: the clause may be about another year.
-- Filled from jobs/claims when the store is opened.
create table if not exists claim_wording (
    wording_order integer not null,
    claim_name varchar not null,
    title varchar not null,
    quantity varchar not null,
    counts varchar not null,
    pattern varchar not null,
    number_group integer not null,
    cohort_group integer not null,
    unless_pattern varchar,
    any_time boolean
);
