-- One row per (field): a survey item whose answers are shown, in the order of its return's fields.
-- Filled from the fields in jobs/returns that have a shortTitle when the store is opened.
create table if not exists survey_item (
    field varchar,
    item_order integer,
    item varchar,
    scale varchar
);
