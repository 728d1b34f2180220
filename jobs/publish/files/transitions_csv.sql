-- One row per (network, hub, time_period, from_stage, to_stage): how many of the schools at a stage last year came
-- to a stage this year, and their share, as published. All pairs are included, so that a 0 is a true 0; a school
-- that is absent in both years is in no return. There is no share of fewer than 10 schools (x).
create or replace table transitions_csv as
with stage as (
    select
        stage,
        is_last_year
    from (
        values
            ('Absent', true),
            ('Developing', true),
            ('Embedding', true),
            ('Sustaining', true),
            ('Paused', true),
            ('Left', true),
            ('Closed', false)
    ) as stages (stage, is_last_year)
),
followed as (
    select distinct
        network,
        hub,
        time_period
    from stage_transition
),
matrix as (
    select
        followed.network,
        followed.hub,
        followed.time_period,
        before.stage as from_stage,
        now.stage as to_stage
    from followed
    cross join stage as before
    cross join stage as now
    where
        before.is_last_year
        and (before.stage <> 'Absent' or now.stage not in ('Absent', 'Closed'))
),
counted as (
    select
        matrix.*,
        coalesce(stage_transition.schools, 0) as schools,
        sum(coalesce(stage_transition.schools, 0)) over row_of_matrix as of_schools
    from matrix
    left join stage_transition using (network, hub, time_period, from_stage, to_stage)
    window row_of_matrix as (partition by matrix.network, matrix.hub, matrix.time_period, matrix.from_stage)
)
select
    time_period,
    network,
    hub,
    from_stage,
    to_stage,
    schools,
    printed_value(100 * schools / nullif(of_schools, 0)::double, case when of_schools < 10 then 'x' end) as row_percent
from counted
order by
    time_period,
    network,
    hub,
    from_stage,
    to_stage;
