-- One row per (return_name, time_period): the day by which a return for an academic year is due. The day is the first of
-- its month after the end of the year.
create or replace table return_deadline as
select
    return_due.return_name,
    academic_year.time_period,
    make_date(
        academic_year.start_year + case when return_due.due_month < 9 then 2 else 1 end,
        return_due.due_month,
        return_due.due_day
    ) as due_on
from return_due
cross join academic_year;
