-- One row per store that is in order: the fingerprint of the formulas and tables that it was brought up to date with.
create table if not exists defined (
    fingerprint varchar not null
);
