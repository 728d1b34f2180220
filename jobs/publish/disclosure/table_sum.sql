-- One row per (table_part, sum_series, series): a series in a sum of counts of a part of the public tables, with its
-- sign.
create or replace table table_sum as
with stage_series as (
    select distinct
        'row' as table_part,
        'from ' || from_stage as whole,
        'from ' || from_stage || ' to ' || to_stage as part
    from stage_cell
    union
    select distinct
        'overlap' as table_part,
        case kind when 'Pathway' then 'pathway_schools_percent' else 'schools_engaged_percent' end || ', Total, numerator' as whole,
        kind || ', ' || places || ' places' as part
    from overlap_row
    union
    -- Schools on the pathway are those that came to a stage.
    select distinct
        'column' as table_part,
        'pathway_schools_percent, Total, numerator' as whole,
        'from ' || from_stage || ' to ' || to_stage as part
    from stage_cell
    where to_stage in ('Developing', 'Embedding', 'Sustaining')
    union
    select distinct
        'column' as table_part,
        'pathway_continued_percent, Total, numerator' as whole,
        'from ' || from_stage || ' to ' || to_stage as part
    from stage_cell
    where to_stage in ('Embedding', 'Sustaining')
    union
    select
        'cell' as table_part,
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
    table_part,
    whole as sum_series,
    part as series,
    1 as sign
from stage_series
union
select
    table_part,
    whole as sum_series,
    whole as series,
    -1 as sign
from stage_series;
