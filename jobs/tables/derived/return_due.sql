-- One row per (return_name): the day on which a return that a network names is due, after the end of each academic year.
-- Filled from the settings when the store is opened.
create table if not exists return_due (
    return_name varchar,
    due_month integer,
    due_day integer
);
