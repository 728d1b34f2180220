-- One row per (hub, time_period, sentence_order): a sentence of an evaluator's summary, in order, without its
-- activities. school is the described school that it is about: the one that it names, or else the one of the
-- previous sentence of its paragraph. A passage is a paragraph with the list or small table below it. Sentences of
-- themes (part theme) are about a school only if they name it. If no school has a letter or number and the case is
-- one school, sentences about the school are about that one.
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
        conclusion,
        about_themes
    from evaluator_evidence
    semi join claim_in_force using (claim)
),
written as (
    unpivot summary
    on the_case, context, overview, national_priorities, focus, conclusion, about_themes
    into name part value text
),
text_of_part as (
    select
        hub,
        time_period,
        list_position(
            ['the_case', 'context', 'overview', 'national_priorities', 'focus', 'school', 'conclusion', 'about_themes'],
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
    union all
    select
        claim_in_force.hub,
        claim_in_force.time_period,
        9 as part_order,
        evaluation_theme.row_number,
        'theme' as part,
        null as school,
        concat_ws(chr(10), evaluation_theme.theme, evaluation_theme.implications)
    from evaluation_theme
    join claim_in_force using (claim)
),
paragraph as (
    select
        * exclude (text),
        unnest(string_split(text, chr(10))) as paragraph,
        generate_subscripts(string_split(text, chr(10)), 1) as paragraph_order
    from text_of_part
),
passage as (
    select
        *,
        -- An item of a list, or a row of a small table, belongs to the paragraph above.
        sum((not regexp_matches(paragraph, '^\s*•|^[^.:]{1,40}: ?[0-9]+\s*$|^[^.:]{1,60} – [^.]*: [0-9]+\s*$'))::integer) over (
            partition by hub, time_period, part_order, row_number
            order by paragraph_order
        ) as passage_order
    from paragraph
),
-- Summaries of one school that has no letter or number.
single as (
    select
        hub,
        time_period
    from text_of_part
    group by all
    having
        bool_or(
            part = 'the_case'
            and regexp_matches(text, '(?i)\b(?:a|an|one|single) (?:[\w-]+ ){0,5}(?:school|college|academy)\b')
        )
        and not bool_or(
            school is not null
            or regexp_matches(
                text,
                '\b(?:School|College|Academy|Setting|Case) (?:[A-Z]|\d{1,2}|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix)\b'
            )
        )
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
    from passage
),
named as (
    select
        sentence.*,
        nullif(
            regexp_extract(
                sentence.sentence,
                '\b(?:School|College|Academy|Setting|Case) (?:[A-Z]|\d{1,2}|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix)\b'
            ),
            ''
        ) as label,
        single.hub is not null
        and (
            sentence.part = 'the_case'
            or regexp_matches(
                sentence.sentence,
                '(?i)\b(?:the|this|our) (?:case[- ]study |chosen |one )?(?:school|college|academy)\b|^\W*its?\b'
            )
        ) as is_of_single
    from sentence
    left join single using (hub, time_period)
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
    dense_rank() over (
        partition by hub, time_period
        order by part_order, row_number, passage_order
    ) as passage_order,
    coalesce(
        school,
        case
            when part in ('the_case', 'context', 'overview')
            then last_value(label ignore nulls) over (
                partition by hub, time_period, part_order, row_number, paragraph_order
                order by order_in_paragraph
                rows between unbounded preceding and current row
            )
            else label
        end,
        case when is_of_single then 'The case study school' end
    ) as school,
    -- The sentence before it ends in a semicolon, and says what its number counts.
    coalesce(
        lag(sentence) over (
            partition by hub, time_period, part_order, row_number, paragraph_order
            order by order_in_paragraph
        ) like '%;',
        false
    ) as goes_on,
    trim(regexp_replace(sentence, '^\s*•\s*', '')) as sentence
from named
where trim(sentence) <> '';
