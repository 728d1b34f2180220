-- One row per (file_name): a published file of figures, with its table. Files in public are for everybody, and are
-- left out if the workspace publishes nothing outside its network. The types of its columns are those of
-- typed_table, in which a symbol in place of a number is null.
create or replace table published_file as
select
    file_name,
    table_name,
    typed_table,
    title,
    case when starts_with(file_name, 'public/') then 'public' else 'restricted' end as profile
from (
    values
        ('basis.csv', 'snapshot_claim', 'snapshot_claim', 'The returns that the figures are based on'),
        ('definitions.csv', 'definitions_csv', 'headline', 'The share of schools under each definition of a headline'),
        ('indicators.csv', 'indicators_csv', 'indicators_parquet', 'Every figure, with its interval and symbol'),
        ('indicators.meta.csv', 'indicators_meta', 'indicators_meta', 'The columns of indicators.csv'),
        ('indicators.parquet', 'indicators_parquet', 'indicators_parquet', 'Every figure, with numbers as numbers'),
        ('joint.csv', 'joint_csv', 'joint_csv', 'What two networks have in common'),
        ('open_queries.csv', 'open_queries_csv', 'open_queries_csv', 'Open queries and rows left out, by hub and reason'),
        ('outstanding.csv', 'outstanding_csv', 'outstanding_csv', 'Returns that were not received'),
        ('overlaps.csv', 'overlaps_csv', 'overlaps_csv', 'Schools that hold more than one place'),
        ('public/areas.csv', 'public_authority', 'public_authority', 'Reach by local authority'),
        ('public/indicators.csv', 'public_indicators_csv', 'public_indicators_parquet', 'Every figure, with its interval and symbol'),
        ('public/indicators.meta.csv', 'indicators_meta', 'indicators_meta', 'The columns of indicators.csv'),
        ('public/indicators.parquet', 'public_indicators_parquet', 'public_indicators_parquet', 'Every figure, with numbers as numbers'),
        ('public/overlaps.csv', 'public_overlaps_csv', 'public_overlaps_csv', 'Schools that hold more than one place'),
        ('public/transitions.csv', 'public_transitions_csv', 'public_transitions_csv', 'Schools by stage last year and this year'),
        ('restated.csv', 'restated_csv', 'restated', 'Figures on the area of each year, and on that of the last year'),
        ('transitions.csv', 'transitions_csv', 'transitions_csv', 'Schools by stage last year and this year')
) as files (file_name, table_name, typed_table, title);
