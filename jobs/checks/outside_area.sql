-- Open schools that a hub lists and that are not eligible in its area in that year: kept, and counted apart.
with open_lineage as (
    select distinct
        academic_year.time_period,
        lineage.lineage
    from school
    join lineage on lineage.urn = school.urn
    join academic_year on is_open(school.status, school.open_date, school.close_date, academic_year.reference_date)
),
listed as (
    select claim, row_number, hub, time_period, urn, 'engagement' as listed_in
    from engagement
    union all
    select claim, row_number, hub, time_period, urn, 'pathway' as listed_in
    from pathway
)
select
    listed.claim,
    listed.row_number,
    'urn' as field,
    listed.urn::varchar as found,
    format(
        'School {} is not an eligible school of {} in this year; correct the URN, or say in a note why it is listed; the row was kept and is counted apart.',
        listed.urn,
        listed.hub
    ) as message
from listed
semi join claim_in_force on claim_in_force.claim = listed.claim
join lineage on lineage.urn = listed.urn
semi join open_lineage
    on open_lineage.time_period = listed.time_period
    and open_lineage.lineage = lineage.lineage
semi join hub_area on hub_area.hub = listed.hub
anti join eligible_school
    on eligible_school.hub = listed.hub
    and eligible_school.time_period = listed.time_period
    and eligible_school.lineage = lineage.lineage
order by listed.claim, listed.row_number;
