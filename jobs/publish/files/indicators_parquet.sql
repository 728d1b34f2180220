-- One row per (indicator, network, hub, time_period, education_phase, breakdown): a result of the restricted profile
-- with its numbers as numbers, for Parquet: null if indicators_csv has a symbol.
create or replace table indicators_parquet as
from typed_figures(indicators_csv);
