-- One row per (indicator, network, hub, time_period, education_phase, breakdown): a result of the public profile, as
-- it is published.
create or replace table public_indicators_csv as
select * exclude (profile)
from profile_indicators
where profile = 'public';
