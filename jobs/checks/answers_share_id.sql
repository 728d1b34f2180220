-- Different answers in one export with the same id and time: reported at the second.
-- found: Response id {response_id} is also used in row {first_row}, and the answers differ.
-- accepted: Give each response an id of its own, or delete the one that is wrong.
-- action: The id was not used, and both answers count.
with export as (
    select
        survey_response.claim,
        survey_response.row_number,
        survey_response.response_id,
        first_value(survey_response.row_number) over answer as first_row,
        first_value(survey_response.activity) over answer is not distinct from survey_response.activity as same_activity
    from survey_response
    semi join claim_in_force on claim_in_force.claim = survey_response.claim
    where survey_response.response_id is not null
    window answer as (
        partition by
            survey_response.claim,
            lower(trim(survey_response.response_id)),
            coalesce(survey_response.started, survey_response.completed)
        order by survey_response.row_number
    )
)
select
    claim,
    row_number,
    'response_id' as field,
    response_id as value,
    response_id,
    first_row
from export
where row_number > first_row and same_activity
order by claim, row_number;
