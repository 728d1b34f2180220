-- One row per network, academic year, stage last year and stage this year, for everybody: as transitions_csv has it of
-- the network as a whole, without what would give away 1 or 2 schools (c).
create or replace table public_transitions_csv as
select
    transitions_csv.time_period,
    transitions_csv.network,
    transitions_csv.hub,
    transitions_csv.from_stage,
    transitions_csv.to_stage,
    case when part.count_name is null then transitions_csv.schools::varchar else 'c' end as schools,
    case
        when transitions_csv.row_percent = 'x' then 'x'
        when part.count_name is null and whole.count_name is null then transitions_csv.row_percent
        else 'c'
    end as row_percent
from transitions_csv
left join hidden_count as part
    on part.network = transitions_csv.network
    and part.hub = transitions_csv.hub
    and part.time_period = transitions_csv.time_period
    and part.count_name = 'from ' || transitions_csv.from_stage || ' to ' || transitions_csv.to_stage
left join hidden_count as whole
    on whole.network = transitions_csv.network
    and whole.hub = transitions_csv.hub
    and whole.time_period = transitions_csv.time_period
    and whole.count_name = 'from ' || transitions_csv.from_stage
where transitions_csv.hub = 'Total'
order by
    transitions_csv.time_period,
    transitions_csv.network,
    transitions_csv.from_stage,
    transitions_csv.to_stage;
