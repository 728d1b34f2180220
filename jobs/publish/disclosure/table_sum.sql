-- One row per (sum_series, series): a series that takes part in a sum of counts of the public tables, with its sign.
create or replace table table_sum as
with stage_series as (
    select distinct
        'from ' || from_stage as whole,
        'from ' || from_stage || ' to ' || to_stage as part
    from stage_cell
    union
    select distinct
        case kind when 'Pathway' then 'pathway_schools_percent' else 'schools_engaged_percent' end || ', Total, numerator' as whole,
        kind || ', ' || places || ' places' as part
    from overlap_row
    union
    select
        whole,
        part
    from (
        values
            ('stage_progressed_percent, Total, numerator', 'from Developing to Embedding'),
            ('stage_progressed_percent, Total, numerator', 'from Developing to Sustaining'),
            ('paused_returned_percent, Total, numerator', 'from Paused to Developing'),
            ('paused_returned_percent, Total, numerator', 'from Paused to Embedding'),
            ('paused_returned_percent, Total, numerator', 'from Paused to Sustaining')
    ) as sums (whole, part)
)
select
    whole as sum_series,
    part as series,
    1 as sign
from stage_series
union
select
    whole as sum_series,
    whole as series,
    -1 as sign
from stage_series;
