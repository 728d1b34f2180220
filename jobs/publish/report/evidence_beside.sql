-- One row per (network, hub, time_period, theme_order): a significant theme of an evaluator's summary, in its order,
-- and the related figure: the first of the topics below of which the theme uses a word; null where it uses none.
-- Whether the two agree is for a reader to say.
create or replace table evidence_beside as
with topic as (
    select
        topic_order,
        words,
        indicator
    from (
        values
            (1, 'turnover|new staff|staff change|moves? on|leaves|left the', 'leads_retained_percent'),
            (2, 'advocate|one person|one (keen )?teacher|key person', 'single_advocate_percent'),
            (3, 'trust|relationship|advice', 'respondents_trusting_percent'),
            (4, 'absent|workload|release|cover|complet', 'participants_completed_percent'),
            (5, 'adapt|tailor', 'adaptations_consistent_percent'),
            (6, 'fidelity|consisten|as designed|core', 'core_delivered_percent'),
            (7, 'progress|next stage|embed', 'stage_progressed_percent'),
            (8, 'sustain|long.term|continu|keep|go(es)? on|momentum|over time', 'schools_retained_percent'),
            (9, 'reach|recruit|new schools|engag', 'schools_engaged_percent'),
            (10, 'satisf|value|enjoy|useful|support|collabor|plan', 'respondents_satisfied_percent')
    ) as topics (topic_order, words, indicator)
),
matched as (
    select
        evidence_theme.*,
        topic.indicator
    from evidence_theme
    left join topic on regexp_matches(lower(evidence_theme.theme), topic.words)
    qualify row_number() over (
        partition by evidence_theme.hub, evidence_theme.time_period, evidence_theme.theme_order
        order by topic.topic_order
    ) = 1
)
select
    matched.network,
    matched.hub,
    matched.time_period,
    matched.theme_order,
    matched.theme,
    matched.implications,
    matched.indicator,
    result.value,
    result.n,
    result.comparison
from matched
left join result
    on result.network = matched.network
    and result.hub = matched.hub
    and result.time_period = matched.time_period
    and result.indicator = matched.indicator
    and result.education_phase = 'Total'
    and result.breakdown = 'Total'
order by
    matched.network,
    matched.hub,
    matched.time_period,
    matched.theme_order;
