-- Responses of one export that have the same id and are about two activities.
select
    claim,
    row_number,
    'response_id' as field,
    response_id as found,
    format(
        'Response {} is about {} here, and about {} in row {}; give each response an id of its own; both were kept and both count.',
        response_id,
        activity,
        first_value(activity) over export,
        first_value(row_number) over export
    ) as message
from survey_response
semi join claim_in_force using (claim)
where response_id is not null
window export as (partition by claim, response_id order by row_number)
qualify activity <> first_value(activity) over export
order by claim, row_number;
