-- Survey responses that took less than ten seconds, if the platform records the time of day: nobody reads a dozen
-- questions so fast.
-- found: The response was completed in {seconds} seconds.
-- accepted: Delete the row if it was a test.
-- action: The row was kept.
select
    survey_response.claim,
    survey_response.row_number,
    'completed' as field,
    completed as value,
    date_diff('second', try_cast(started as timestamp), try_cast(completed as timestamp)) as seconds
from survey_response
semi join claim_in_force using (claim)
where date_diff('second', try_cast(started as timestamp), try_cast(completed as timestamp)) between 0 and 9
and (cast(try_cast(started as timestamp) as time) <> time '00:00' or started <> completed)
order by survey_response.claim, survey_response.row_number
