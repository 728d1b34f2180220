-- Survey responses without a single answer: somebody may have tried the survey out. Not for sheets in which questions
-- with another scale were left out.
-- found: The response answers none of the questions.
-- accepted: Delete the row if it was a test.
-- action: The row was kept.
select
    survey_response.claim,
    survey_response.row_number,
    'overall' as field,
    null::varchar as value
from survey_response
semi join claim_in_force using (claim)
anti join (
    select claim.claim
    from finding
    join claim using (sheet)
    where finding.rule in ('other_scale', 'narrow_scale')
) as left_out using (claim)
where coalesce(overall, aim1, aim2, aim3, aim4, iam1, iam2, iam3, iam4, fim1, fim2, fim3, fim4, trust, recommend) is null
order by survey_response.claim, survey_response.row_number
