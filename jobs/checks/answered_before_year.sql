-- Survey responses from before the academic year of their activity.
-- found: The response was completed on {completed}, before the academic year began on {starts}.
-- accepted: Correct the academic year, or explain it in a note.
-- action: The row was kept.
select
    survey_response.claim,
    survey_response.row_number,
    'completed' as field,
    survey_response.completed as value,
    try_cast(survey_response.completed as timestamp)::date as completed,
    academic_year.starts
from survey_response
semi join claim_in_force on claim_in_force.claim = survey_response.claim
join academic_year using (time_period)
where try_cast(survey_response.completed as timestamp) < academic_year.starts
order by survey_response.claim, survey_response.row_number
