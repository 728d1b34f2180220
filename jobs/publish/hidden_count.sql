-- One row per count that the public files hide, of all phases together.
create or replace table hidden_count as
select
    network,
    hub,
    time_period,
    count_name
from public_count
semi join public_hidden using (count_id)
where education_phase = 'Total';
