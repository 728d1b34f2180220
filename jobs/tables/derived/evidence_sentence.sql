-- One row per (hub, time_period, sentence_order): a sentence of an evaluator's summary, in its order, without its
-- themes and activities; school is the described school that it is about. A sentence that names no school is about the
-- same school as the previous sentence of its paragraph.
create or replace table evidence_sentence as
with summary as (
    select
        hub,
        time_period,
        claim,
        the_case,
        context,
        overview,
        national_priorities,
        focus,
        conclusion
    from evaluator_evidence
    semi join claim_in_force using (claim)
),
written as (
    unpivot summary
    on the_case, context, overview, national_priorities, focus, conclusion
    into name part value text
),
text_of_part as (
    select
        hub,
        time_period,
        list_position(
            ['the_case', 'context', 'overview', 'national_priorities', 'focus', 'school', 'conclusion'],
            part
        ) as part_order,
        0 as row_number,
        part,
        null as school,
        text
    from written
    union all
    select
        claim_in_force.hub,
        claim_in_force.time_period,
        6 as part_order,
        evaluation_school.row_number,
        'school' as part,
        evaluation_school.school,
        evaluation_school.description
    from evaluation_school
    join claim_in_force using (claim)
    where evaluation_school.description is not null
),
paragraph as (
    select
        * exclude (text),
        unnest(string_split(text, chr(10))) as paragraph,
        generate_subscripts(string_split(text, chr(10)), 1) as paragraph_order
    from text_of_part
),
sentence as (
    select
        * exclude (paragraph),
        -- A full stop ends a sentence only if a space or nothing follows, so "2.5" and "16/17." are distinguished.
        unnest(string_split(regexp_replace(paragraph, '([.!?;]) +', '\1' || chr(10), 'g'), chr(10))) as sentence,
        generate_subscripts(
            string_split(regexp_replace(paragraph, '([.!?;]) +', '\1' || chr(10), 'g'), chr(10)),
            1
        ) as order_in_paragraph
    from paragraph
)
select
    hub,
    time_period,
    row_number() over (
        partition by hub, time_period
        order by part_order, row_number, paragraph_order, order_in_paragraph
    ) as sentence_order,
    part,
    dense_rank() over (
        partition by hub, time_period
        order by part_order, row_number, paragraph_order
    ) as paragraph_order,
    coalesce(
        school,
        case
            when part in ('the_case', 'context', 'overview')
            then last_value(nullif(regexp_extract(sentence, '\bSchool ([A-Z])\b'), '') ignore nulls) over (
                partition by hub, time_period, part_order, row_number, paragraph_order
                order by order_in_paragraph
                rows between unbounded preceding and current row
            )
        end
    ) as school,
    trim(regexp_replace(sentence, '^\s*•\s*', '')) as sentence
from sentence
where trim(sentence) <> '';
