-- One row per store that is in order: the fingerprint of the formulas and tables that it was brought up to date with,
-- and of all the columns that it had then.
create table if not exists defined (
    fingerprint varchar not null
);
