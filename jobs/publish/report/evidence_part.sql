-- One row per (network, hub, time_period, part_order): a part of an evaluator's summary with its own text, in order.
-- A summary without any, but with activities, themes or schools, has one part that says so.
create or replace table evidence_part as
with summary as (
    select
        hub_year.network,
        hub_year.hub,
        hub_year.time_period,
        evaluator_evidence.strategic_goal,
        evaluator_evidence.research_question,
        evaluator_evidence.the_case,
        evaluator_evidence.context,
        evaluator_evidence.overview,
        evaluator_evidence.national_priorities,
        evaluator_evidence.focus,
        evaluator_evidence.data_collection,
        evaluator_evidence.about_themes,
        evaluator_evidence.conclusion
    from evaluator_evidence
    semi join claim_in_force on claim_in_force.claim = evaluator_evidence.claim
    join hub_year using (hub, time_period)
),
written as (
    unpivot summary
    on
        strategic_goal,
        research_question,
        the_case,
        context,
        overview,
        national_priorities,
        focus,
        data_collection,
        about_themes,
        conclusion
    into name field value text
)
select
    summary.network,
    summary.hub,
    summary.time_period,
    1 as part_order,
    'Summary' as part,
    'It has no text beside its activities, themes and schools.' as text
from summary
anti join written
    on written.hub = summary.hub
    and written.time_period = summary.time_period
union all
select
    written.network,
    written.hub,
    written.time_period,
    part.part_order,
    part.part,
    written.text
from written
join (
    values
        (1, 'strategic_goal', 'Strategic goal'),
        (2, 'research_question', 'Research question'),
        (3, 'the_case', 'What is the case?'),
        (4, 'context', 'Context'),
        (5, 'overview', 'Overview of the region'),
        (6, 'national_priorities', 'National priorities'),
        (7, 'focus', 'Why the focus matters'),
        (8, 'data_collection', 'About the data collection'),
        (9, 'about_themes', 'About the themes'),
        (10, 'conclusion', 'Conclusion')
) as part (part_order, field, part) using (field);
