-- Schools that a hub lists before they opened, and that followed no school that was open.
with first_open as (
    select
        lineage.lineage,
        min(case when school.status <> 'Proposed to open' then coalesce(school.open_date, '1800-01-01'::date) end) as opened
    from lineage
    join school using (urn)
    group by all
)
select
    listed_school.claim,
    listed_school.row_number,
    'urn' as field,
    listed_school.urn::varchar as found,
    format(
        'School {} {}, and is listed in {}; correct the URN or the year; the row was kept and is counted apart.',
        listed_school.urn,
        coalesce('opened on ' || strftime(first_open.opened, '%d/%m/%Y'), 'is only proposed to open'),
        academic_year_label(listed_school.time_period)
    ) as message
from listed_school
join academic_year using (time_period)
join first_open using (lineage)
where coalesce(first_open.opened > academic_year.ends, true)
order by listed_school.claim, listed_school.row_number;
