-- Schools that a hub lists although they had closed before the year began and no school followed them.
with listed as (
    select claim, row_number, time_period, urn
    from engagement
    union all
    select claim, row_number, time_period, urn
    from pathway
)
select
    listed.claim,
    listed.row_number,
    'urn' as field,
    listed.urn::varchar as found,
    format(
        'School {} closed on {} and has no successor in the register; correct the URN; the row was kept.',
        listed.urn,
        strftime(school.close_date, '%d/%m/%Y')
    ) as message
from listed
semi join claim_in_force on claim_in_force.claim = listed.claim
join academic_year on academic_year.time_period = listed.time_period
join school on school.urn = listed.urn
join lineage on lineage.urn = school.urn
where lineage.lineage = school.urn
    and school.close_date < academic_year.starts
order by listed.claim, listed.row_number;
