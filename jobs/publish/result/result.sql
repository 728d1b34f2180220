-- One row per (indicator, network, hub, time_period, education_phase, breakdown): a cell of the restricted profile, as
-- profile_result has it.
create or replace table result as
select * exclude (profile)
from profile_result
where profile = 'restricted';
