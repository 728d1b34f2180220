-- Activities that a hub lists twice in the delivery of one academic year.
-- found: Activity {activity} is also in row {first_row}.
-- accepted: Put its groups and places into one row.
-- action: Both rows were kept and both count.
select
    claim,
    row_number,
    'activity' as field,
    activity as value,
    activity,
    first_value(row_number) over listed as first_row
from delivery
semi join claim_in_force using (claim)
window listed as (partition by hub, time_period, activity order by claim, row_number)
qualify row_number() over listed > 1
order by claim, row_number;
