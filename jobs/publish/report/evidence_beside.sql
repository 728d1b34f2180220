-- One row per (network, hub, time_period, theme_order): a significant theme of an evaluator's summary, in order,
-- with the outcome or indicator that the evaluator coded it with, the figure with its limits, and whether the two
-- agree: a strength agrees with a figure that is better than its network, a weakness with one that is worse; if the
-- hub is not compared, with a clear rise or fall. Without a code there is no figure.
create or replace table evidence_beside as
with coded as (
    select
        evidence_theme.*,
        definition.indicator,
        definition.higher_is
    from evidence_theme
    left join definition on definition.title = evidence_theme.code
),
beside as (
    select
        coded.*,
        result.value,
        result.value_lower_ci as lower_value,
        result.value_upper_ci as upper_value,
        result.n,
        result.comparison,
        result.change_word,
        case
            when result.value is null or coded.higher_is = 'neither' then null
            when result.comparison = 'higher' then 1
            when result.comparison = 'lower' then -1
            when result.comparison = 'similar' then 0
            when result.change_word = 'rise' then 1
            when result.change_word = 'fall' then -1
            else 0
        end
        * case when coded.higher_is = 'worse' then -1 else 1 end as side
    from coded
    left join result
        on result.network = coded.network
        and result.hub = coded.hub
        and result.time_period = coded.time_period
        and result.indicator = coded.indicator
        and result.education_phase = 'Total'
        and result.breakdown = 'Total'
)
select
    network,
    hub,
    time_period,
    theme_order,
    theme,
    implications,
    code,
    points_to,
    indicator,
    value,
    lower_value,
    upper_value,
    n,
    comparison,
    change_word,
    case
        when code is null then 'Not coded'
        when coalesce(side, 0) = 0 or points_to is null or points_to = 'Mixed' then 'No clear figure'
        when (points_to = 'Strength') = (side > 0) then 'Agrees'
        else 'Differs'
    end as finding
from beside
order by
    network,
    hub,
    time_period,
    theme_order;
