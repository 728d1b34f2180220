-- Schools that a hub lists before they opened, and that have no open predecessor.
-- found: School {urn} [opened on {opened}][is only {proposed}], and is listed in {year}.
-- accepted: Correct the URN or the year.
-- action: The row was kept and is counted separately.
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
    listed_school.urn::varchar as value,
    listed_school.urn,
    first_open.opened,
    case when first_open.opened is null then 'proposed to open' end as proposed,
    academic_year_label(listed_school.time_period) as year
from listed_school
join academic_year using (time_period)
join first_open using (lineage)
where coalesce(first_open.opened > academic_year.ends, true)
order by listed_school.claim, listed_school.row_number;
