-- One row per (network, hub, time_period, theme_order): a significant theme of an evaluator's summary, in its order,
-- with its possible implications.
create or replace table evidence_theme as
select
    hub_year.network,
    hub_year.hub,
    hub_year.time_period,
    row_number() over (
        partition by hub_year.hub, hub_year.time_period
        order by evaluation_theme.row_number
    ) as theme_order,
    evaluation_theme.theme,
    evaluation_theme.implications,
    evaluation_theme.code,
    evaluation_theme.points_to
from evaluation_theme
join claim_in_force using (claim)
join hub_year
    on hub_year.hub = claim_in_force.hub
    and hub_year.time_period = claim_in_force.time_period;
