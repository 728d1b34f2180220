-- The nightly runs of a store in which this table was called night_told.
select
    as_of,
    last_submission
from night_told;
