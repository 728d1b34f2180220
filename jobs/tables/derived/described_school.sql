-- One row per (hub, time_period, school): a school that an evaluator's summary describes without its name ("School A"):
-- the sentences about it, and the details they give; null if they give none. A sentence that names no school is about
-- the same school as the previous sentence of the paragraph.
create or replace table described_school as
with paragraph as (
    select
        evaluator_evidence.hub,
        evaluator_evidence.time_period,
        unnest(string_split(concat_ws(chr(10), the_case, context), chr(10))) as paragraph,
        generate_subscripts(string_split(concat_ws(chr(10), the_case, context), chr(10)), 1) as paragraph_order
    from evaluator_evidence
    semi join claim_in_force using (claim)
),
sentence as (
    select
        hub,
        time_period,
        paragraph_order,
        -- A full stop ends a sentence only if a space or nothing follows, so "2.5" and "16/17." are distinguished.
        unnest(string_split(regexp_replace(paragraph, '([.!?;]) +', '\1' || chr(10), 'g'), chr(10))) as sentence,
        generate_subscripts(
            string_split(regexp_replace(paragraph, '([.!?;]) +', '\1' || chr(10), 'g'), chr(10)),
            1
        ) as sentence_order
    from paragraph
),
about as (
    select
        hub,
        time_period,
        paragraph_order,
        sentence_order,
        trim(sentence) as sentence,
        last_value(nullif(regexp_extract(sentence, '\bSchool ([A-Z])\b'), '') ignore nulls) over (
            partition by hub, time_period, paragraph_order
            order by sentence_order
        ) as school
    from sentence
    where trim(sentence) <> ''
),
told as (
    select
        hub,
        time_period,
        school,
        string_agg(sentence, ' ' order by paragraph_order, sentence_order) as description
    from about
    where school is not null
    group by all
)
select
    told.hub,
    told.time_period,
    told.school,
    told.description,
    case
        when regexp_matches(told.description, '(?i)\b(secondary|11-1[68]|grammar|comprehensive)\b') then 'Secondary'
        when regexp_matches(told.description, '(?i)\b(primary|infant|junior)\b') then 'Primary'
        when regexp_matches(told.description, '(?i)\b(sixth form college|post-16)\b') then 'Post-16'
    end as phase,
    case
        when regexp_matches(told.description, '(?i)\b(comprehensive|non-selective|not selective)\b') then false
        when regexp_matches(told.description, '(?i)\b(selective|grammar)\b') then true
    end as is_selective,
    case
        when regexp_matches(told.description, '(?i)\brural\b') then true
        when regexp_matches(told.description, '(?i)\burban\b') then false
    end as is_rural,
    try_cast(
        replace(nullif(regexp_extract(told.description, '(?i)\b(\d[\d,]{1,5}) (?:pupils|students)', 1), ''), ',', '')
        as integer
    ) as pupils,
    (
        select min(school_register.la_code)
        from school_register
        semi join claim_in_force using (claim)
        where regexp_matches(told.description, '(?i)\b' || regexp_escape(school_register.la_name) || '\b')
    ) as la_code
from told;
