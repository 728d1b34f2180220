-- One row per (sheet): a sheet of a submission; rows read = accepted + left out + duplicate + aside.
create table if not exists submitted_sheet (
    sheet bigint not null,
    submission bigint not null,
    name varchar not null,
    return_name varchar,
    status varchar not null,
    rows_read integer not null,
    accepted integer not null,
    left_out integer not null,
    duplicate integer not null,
    aside integer not null,
    -- Why a sheet is held: errors or confirmation; null in a sheet of an older release.
    held_for varchar,
    -- The store refuses a sheet with a lost or doubled row, and with it the whole submission.
    check (rows_read = accepted + left_out + duplicate + aside)
);
