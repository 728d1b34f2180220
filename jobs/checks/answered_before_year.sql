-- Survey responses from before the academic year of their activity.
select
    survey_response.claim,
    survey_response.row_number,
    'completed' as field,
    survey_response.completed as found,
    format(
        'The response was completed on {}, before the academic year began on {}; the row was kept.',
        strftime(try_cast(survey_response.completed as timestamp), '%d/%m/%Y'),
        strftime(academic_year.starts, '%d/%m/%Y')
    ) as message
from survey_response
semi join claim_in_force on claim_in_force.claim = survey_response.claim
join academic_year using (time_period)
where try_cast(survey_response.completed as timestamp) < academic_year.starts
order by survey_response.claim, survey_response.row_number
