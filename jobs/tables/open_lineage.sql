-- One row per academic year and lineage of which a school is open.
create or replace table open_lineage as
with year as (
    select distinct
        time_period,
        reference_date
    from network_year
)
select distinct
    year.time_period,
    lineage.lineage
from year
join school on is_open(school.status, school.open_date, school.close_date, year.reference_date)
join lineage on lineage.urn = school.urn;
