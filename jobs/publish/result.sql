-- One row per cell of the restricted profile, as profile_result has it.
create or replace table result as
select * exclude (profile)
from profile_result
where profile = 'restricted';
