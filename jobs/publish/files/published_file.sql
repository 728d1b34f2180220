-- One row per (file_name): a file of figures that is published, with the table that it holds. What is in public is for
-- everybody, and is left out where the workspace publishes nothing outside its network.
create or replace table published_file as
select
    file_name,
    table_name,
    case when starts_with(file_name, 'public/') then 'public' else 'restricted' end as profile
from (
    values
        ('basis.csv', 'snapshot_claim'),
        ('definitions.csv', 'definitions_csv'),
        ('indicators.csv', 'indicators_csv'),
        ('indicators.meta.csv', 'indicators_meta'),
        ('indicators.parquet', 'indicators_csv'),
        ('joint.csv', 'joint_csv'),
        ('overlaps.csv', 'overlaps_csv'),
        ('public/areas.csv', 'public_authority'),
        ('public/indicators.csv', 'public_indicators_csv'),
        ('public/indicators.meta.csv', 'indicators_meta'),
        ('public/indicators.parquet', 'public_indicators_csv'),
        ('public/overlaps.csv', 'public_overlaps_csv'),
        ('public/transitions.csv', 'public_transitions_csv'),
        ('restated.csv', 'restated_csv'),
        ('transitions.csv', 'transitions_csv')
) as files (file_name, table_name);
