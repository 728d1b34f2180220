-- One row per file of figures that is published, and the table that it holds.
create or replace table published_file as
select
    file_name,
    table_name
from (
    values
        ('indicators.csv', 'indicators_csv'),
        ('indicators.meta.csv', 'indicators_meta'),
        ('indicators.parquet', 'indicators_csv'),
        ('overlaps.csv', 'overlap'),
        ('restated.csv', 'restated'),
        ('transitions.csv', 'stage_transition')
) as files (file_name, table_name);
