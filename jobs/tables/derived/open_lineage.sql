-- One row per (time_period, lineage): a school that is open in an academic year under any of its URNs, with the pupils
-- of its open state-funded URNs.
create or replace table open_lineage as
with year as (
    select distinct
        time_period,
        reference_date
    from network_year
)
select
    year.time_period,
    lineage.lineage,
    coalesce(sum(school.pupils) filter (where school.is_state_funded), 0)::bigint as pupils,
    count(*) filter (where school.is_state_funded) > 0 as is_state_funded
from year
join school on is_open(school.status, school.open_date, school.close_date, year.reference_date)
join lineage on lineage.urn = school.urn
group by all;
