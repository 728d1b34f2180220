-- One row per (network, hub, time_period, education_phase): a phase of a hub (or Total, or a group of hubs) with
-- eligible schools, and their number. Anybody can count them in the school register.
create or replace table eligible_place as
select
    eligible_school.network,
    eligible_school.hub,
    eligible_school.time_period,
    figure_phase.education_phase,
    count(*) as schools,
    max(eligible_school.pupils) as most_pupils
from eligible_school
join figure_phase on figure_phase.member = eligible_school.phase
group by all;
