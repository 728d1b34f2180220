-- One row per (scale, point): a point of a scale, with its printed label, which is its number if it has no other.
-- Filled from jobs/instruments when the store is opened.
create table if not exists scale_point (
    scale varchar,
    point integer,
    label varchar
);
