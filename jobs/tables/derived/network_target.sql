-- One row per (network, time_period, education_phase, indicator): a target in force.
create or replace table network_target as
select
    network,
    time_period,
    coalesce(education_phase, 'Total') as education_phase,
    indicator,
    target,
    source
from target
semi join claim_in_force using (claim)
qualify
    row_number() over (
        partition by network, time_period, coalesce(education_phase, 'Total'), indicator
        order by claim desc, target.row_number desc
    ) = 1;
