-- One row per published table, not about an indicator, that a hub's report may print its own rows of.
create or replace table report_table as
select table_name
from (
    values
        ('pathway_stage'),
        ('return_status'),
        ('rows_by_fate'),
        ('school_counts'),
        ('stage_transition'),
        ('survey_answer')
) as tables (table_name);
