-- One row per sum of counts of the public tables and count that takes part in it, with its sign. Some hold to a school
-- only while none of the schools listed has left the network's area; they are taken to hold, for a reader may do so.
create or replace table table_sum as
select
    whole as sum_name,
    count_name,
    1 as sign
from table_count
where whole is not null
union
select
    whole as sum_name,
    whole as count_name,
    -1 as sign
from table_count
where whole is not null
union
select
    sum_name,
    count_name,
    sign
from (
    values
        ('moved on', 'stage_progressed_percent, Total, numerator', -1),
        ('moved on', 'from Developing to Embedding', 1),
        ('moved on', 'from Developing to Sustaining', 1),
        ('returned', 'paused_returned_percent, Total, numerator', -1),
        ('returned', 'from Paused to Developing', 1),
        ('returned', 'from Paused to Embedding', 1),
        ('returned', 'from Paused to Sustaining', 1)
) as sums (sum_name, count_name, sign)
order by all;
