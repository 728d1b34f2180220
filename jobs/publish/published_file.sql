-- One row per file of figures that is published, and the table that it holds. What lies under public is for everybody.
create or replace table published_file as
select
    file_name,
    table_name
from (
    values
        ('basis.csv', 'basis'),
        ('indicators.csv', 'indicators_csv'),
        ('indicators.meta.csv', 'indicators_meta'),
        ('indicators.parquet', 'indicators_csv'),
        ('overlaps.csv', 'overlap'),
        ('public/indicators.csv', 'public_indicators_csv'),
        ('public/indicators.meta.csv', 'indicators_meta'),
        ('public/indicators.parquet', 'public_indicators_csv'),
        ('restated.csv', 'restated'),
        ('transitions.csv', 'stage_transition')
) as files (file_name, table_name);
