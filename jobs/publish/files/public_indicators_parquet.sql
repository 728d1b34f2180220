-- One row per (indicator, network, hub, time_period, education_phase, breakdown): a result of the public profile
-- with its numbers as numbers, for Parquet: null if public_indicators_csv has a symbol.
create or replace table public_indicators_parquet as
from typed_figures(public_indicators_csv);
