-- Open state-funded schools that a hub lists and that are not in its area in that year: kept, and counted separately.
-- found: School {urn} is not an eligible school of {hub} in this year.
-- accepted: Correct the URN, or say in a note why it is listed.
-- action: The row was kept and is counted separately.
with open_lineage as (
    select distinct
        academic_year.time_period,
        lineage.lineage
    from school
    join lineage on lineage.urn = school.urn
    join academic_year on is_open(school.status, school.open_date, school.close_date, academic_year.reference_date)
    where
        school.is_state_funded
        and not (school.status = 'Closed' and school.close_date is null)
)
select
    listed_school.claim,
    listed_school.row_number,
    'urn' as field,
    listed_school.urn::varchar as value,
    listed_school.urn,
    listed_school.hub
from listed_school
semi join open_lineage
    on open_lineage.time_period = listed_school.time_period
    and open_lineage.lineage = listed_school.lineage
semi join hub_area on hub_area.hub = listed_school.hub
anti join eligible_school
    on eligible_school.hub = listed_school.hub
    and eligible_school.time_period = listed_school.time_period
    and eligible_school.lineage = listed_school.lineage
-- The check school_in_two_hubs asks which of two hubs has the school.
anti join pathway_shared
    on pathway_shared.claim = listed_school.claim
    and pathway_shared.row_number = listed_school.row_number
order by listed_school.claim, listed_school.row_number;
