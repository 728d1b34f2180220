-- One row per figure of which the public files hide more than the restricted ones: whether its numerator, its
-- denominator or n, and its value, which gives away both.
create or replace table public_silent as
with hidden as (
    select
        figure_count.indicator,
        figure_count.network,
        figure_count.hub,
        figure_count.time_period,
        figure_count.education_phase,
        figure_count.breakdown,
        bool_or(figure_count.part = 'numerator') as hides_numerator,
        bool_or(figure_count.part <> 'numerator') as hides_denominator
    from figure_count
    join public_count
        on public_count.network = figure_count.network
        and public_count.hub = figure_count.hub
        and public_count.time_period = figure_count.time_period
        and public_count.education_phase = figure_count.education_phase
        and public_count.count_name = figure_count.count_name
    semi join public_hidden on public_hidden.count_id = public_count.count_id
    group by all
)
select
    *,
    true as hides_value
from hidden
union all
-- A value without counts of its own that 1 or 2 schools stand behind: with six decimals it tells them, as a ratio and its
-- limits do of two groups, or a share that survives of how many were lost.
select
    indicator,
    network,
    hub,
    time_period,
    education_phase,
    breakdown,
    false as hides_numerator,
    false as hides_denominator,
    true as hides_value
from figure
anti join hidden using (indicator, network, hub, time_period, education_phase, breakdown)
where
    counts = 'schools'
    and not has_counts
    and schools between 1 and 2
    and value is not null
union all
select
    figure_on_figure.indicator,
    figure_on_figure.network,
    figure_on_figure.hub,
    figure_on_figure.time_period,
    figure_on_figure.education_phase,
    figure_on_figure.breakdown,
    false as hides_numerator,
    hidden.hides_denominator,
    true as hides_value
from figure_on_figure
join hidden
    on hidden.indicator = figure_on_figure.other_indicator
    and hidden.breakdown = figure_on_figure.other_breakdown
    and hidden.network = figure_on_figure.network
    and hidden.hub = figure_on_figure.hub
    and hidden.time_period = figure_on_figure.time_period
    and hidden.education_phase = figure_on_figure.education_phase;
