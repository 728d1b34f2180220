-- Survey responses without a single answer: somebody may have tried the survey out.
select
    survey_response.claim,
    survey_response.row_number,
    'overall' as field,
    null::varchar as found,
    'The response answers none of the questions; delete the row if it was a test; the row was kept.' as message
from survey_response
semi join claim_in_force using (claim)
where coalesce(overall, aim1, aim2, aim3, aim4, iam1, iam2, iam3, iam4, fim1, fim2, fim3, fim4, trust, recommend) is null
order by survey_response.claim, survey_response.row_number
