-- One row per (time_period, network, from_stage, to_stage): the schools of a whole network that went from a stage
-- last year to a stage this year, rounded, for the public, and their share of those at the first. The register has
-- no stages, so 0 is printed as low, like 1 and 2.
create or replace table public_transitions_csv as
with counted as (
    select
        stage_cell.*,
        cell.series is not null as is_hidden,
        whole.series is not null as is_whole_hidden,
        rounded_count(stage_cell.schools) as rounded,
        rounded_count(sum(stage_cell.schools) over same) as of_rounded
    from stage_cell
    left join public_hidden as cell
        on cell.network = stage_cell.network
        and cell.hub = stage_cell.hub
        and cell.time_period = stage_cell.time_period
        and cell.series = 'from ' || stage_cell.from_stage || ' to ' || stage_cell.to_stage
    left join public_hidden as whole
        on whole.network = stage_cell.network
        and whole.hub = stage_cell.hub
        and whole.time_period = stage_cell.time_period
        and whole.series = 'from ' || stage_cell.from_stage
    window same as (partition by stage_cell.network, stage_cell.time_period, stage_cell.from_stage)
)
select
    time_period,
    network,
    'Total' as hub,
    from_stage,
    to_stage,
    printed_count(rounded, case when is_hidden then 'c' when rounded = 0 then 'low' end) as schools,
    printed_public(
        rounded_value(100 * rounded / nullif(of_rounded, 0), 1),
        case
            when is_whole_hidden then 'c'
            when of_rounded < 10 then 'x'
            when is_hidden then 'c'
            when rounded = 0 then 'low'
        end,
        1
    ) as row_percent
from counted
order by
    time_period,
    network,
    from_stage,
    to_stage;
