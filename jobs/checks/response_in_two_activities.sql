-- Responses of one export that have the same id and are about two activities.
-- found: Response {response_id} is about {activity} here, and about {first_activity} in row {first_row}.
-- accepted: Give each response an id of its own.
-- action: Both were kept and both count.
select
    claim,
    row_number,
    'response_id' as field,
    response_id as value,
    response_id,
    activity,
    first_value(activity) over export as first_activity,
    first_value(row_number) over export as first_row
from survey_response
semi join claim_in_force using (claim)
where response_id is not null
window export as (partition by claim, response_id order by row_number)
qualify activity <> first_value(activity) over export
order by claim, row_number;
