-- Whether an establishment is open on a day: not just proposed, already opened and not yet closed. A blank date does
-- not count against it.
create or replace macro is_open(status, open_date, close_date, day) as
    status <> 'Proposed to open'
    and coalesce(open_date <= day, true)
    and coalesce(close_date > day, true);
