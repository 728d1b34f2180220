-- One row per result of the public profile, as it is published.
create or replace table public_indicators_csv as
select * exclude (profile)
from profile_indicators
where profile = 'public';
