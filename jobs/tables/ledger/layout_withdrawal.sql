-- One row per (sheet): an arrangement of headings that was withdrawn by hand: the sheet that was returned with it,
-- the day, and the reason.
create table if not exists layout_withdrawal (
    sheet bigint not null,
    withdrawn_on date not null,
    why varchar not null
);
