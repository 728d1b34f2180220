-- One row per (time_period): an academic year, 1 September to 31 August; 202223 is 2022/23.
create or replace table academic_year as
with calendar as (
    select start_year::integer as start_year
    from range(2000, 2061) as years (start_year)
)
select
    start_year * 100 + (start_year + 1) % 100 as time_period,
    (start_year - 1) * 100 + start_year % 100 as previous_period,
    start_year,
    make_date(start_year, 9, 1) as starts,
    make_date(start_year + 1, 1, 1) as reference_date,
    make_date(start_year + 1, 8, 31) as ends
from calendar;
