-- One row per (network, hub, time_period, from_stage, to_stage): how many schools of a group of hubs went from a
-- stage last year to a stage this year; 0 if none did.
create or replace table stage_cell as
select
    transitions_csv.network,
    figure_standing.counted_as as hub,
    transitions_csv.time_period,
    transitions_csv.from_stage,
    transitions_csv.to_stage,
    transitions_csv.schools
from transitions_csv
join figure_standing
    on figure_standing.indicator = 'stage_progressed_percent'
    and figure_standing.network = transitions_csv.network
    and figure_standing.hub = transitions_csv.hub
    and figure_standing.time_period = transitions_csv.time_period
where transitions_csv.hub = 'Total';
