-- One row per (wording_order): a pattern for what is said about a described school: an attribute with its value, or
-- the group of the pattern that captures the value; a part of what identifies a school; or that the school has
-- agreed, or has not.
-- Filled from jobs/descriptions when the store is opened.
create table if not exists description_wording (
    wording_order integer not null,
    kind varchar not null,
    attribute varchar not null,
    value varchar not null,
    pattern varchar not null
);
