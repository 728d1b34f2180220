-- Activities that a hub lists twice in the delivery of one academic year.
select
    claim,
    row_number,
    'activity' as field,
    activity as found,
    format(
        'Activity {} is in row {} too; put its groups and places into one row; both were kept and both count.',
        activity,
        first_value(row_number) over listed
    ) as message
from delivery
semi join claim_in_force using (claim)
window listed as (partition by hub, time_period, activity order by claim, row_number)
qualify row_number() over listed > 1
order by claim, row_number;
