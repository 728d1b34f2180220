-- The usual spelling of an academic year: 202223 is 2022/23.
create or replace macro academic_year_label(time_period) as
    format('{}/{:02d}', time_period // 100, time_period % 100);
