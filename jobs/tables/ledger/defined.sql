-- One row per (fingerprint): a part of the catalogue with which this store was made or checked: the fingerprint of
-- its formulas and tables, with all the columns that the store had then, and that of its checks. When tables change,
-- checks are validated again.
create table if not exists defined (
    fingerprint varchar not null
);
