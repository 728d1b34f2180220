-- One row per (network, hub, time_period, claim_order): a statement of an evaluator's summary that can be checked:
-- the stated value, that of the returns, and the result; then sentences of the context with a number that matched no
-- wording.
create or replace table evidence_claim as
with number_word as (
    select
        '(?i)\b(?:\d+(?:[.,]\d+)*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen'
            || '|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)'
            || '(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|hundreds?|dozens?|couple|handful|none|half|both|thirds?'
            || '|quarters?|fifths?|tenths?)\b' as pattern
),
-- The things that such numbers count.
counted_word as (
    select
        '(?i)\b(?:schools?|colleges?|academies|leads?|leaders|specialists?|llmes?|stages?|pathway|developing|embedding|sustaining'
            || '|teachers?|technicians?|participants?|respondents?|places?|attend\w*|engag\w+|retain\w*|retention|satisf\w+)\b'
            as pattern
),
-- Paragraphs whose numbers are in a list or a small table below.
told_above as (
    select
        hub,
        time_period,
        passage_order,
        min(paragraph_order) as paragraph_order
    from evidence_sentence
    cross join counted_word
    group by hub, time_period, passage_order
    having bool_or(regexp_matches(sentence, counted_word.pattern))
),
listed as (
    select
        network,
        hub,
        time_period,
        sentence_order,
        1 as kind,
        sentence,
        null as school,
        quantity as claim,
        coalesce(number::varchar, words) || case when counts = 'share' then ' of the schools' else '' end as stated,
        case
            when result = 'Cannot be checked' then reason
            when counts = 'share' then counted || ' of ' || out_of || ' schools whose reason is recorded'
            when is_stated_percent(words) then counted || ' of ' || out_of || ' (' || round(100.0 * counted / out_of)::integer || '%)'
            else counted::varchar
        end
        || case
            when education_phase <> 'Total' and result <> 'Cannot be checked'
            then ' (' || lower(education_phase) || ' schools)'
            else ''
        end as returns,
        result,
        saying as said
    from evidence_statement
    union all
    select
        network,
        hub,
        time_period,
        sentence_order,
        2 as kind,
        sentence,
        null as school,
        'Schools and places' as claim,
        schools || ' schools; ' || sum || ' = ' || places || ' places' as stated,
        case
            when places > schools
            then (places - schools) || case when places - schools = 1 then ' place' else ' places' end
                || ' more than schools: at least ' || least
                || case when least = 1 then ' school holds' else ' schools hold' end || ' more than one place'
            when places < schools
            then (schools - places) || case when schools - places = 1 then ' school' else ' schools' end
                || ' more than places: at least as many are at no stage'
            else 'As many places as schools'
        end as returns,
        case when places = schools then 'Agrees' else 'Reconciled' end as result,
        null as said
    from evidence_overlap
    union all
    select
        evidence_since.network,
        evidence_since.hub,
        evidence_since.time_period,
        coalesce(evidence_sentence.sentence_order, 0) as sentence_order,
        3 as kind,
        evidence_since.sentence,
        evidence_since.school,
        'Taking part since' as claim,
        evidence_since.since as stated,
        case
            when records_from is null then 'There are no engagement returns.'
            when finding = 'After the year of this report' then 'It is after the year of this report.'
            when finding = 'No school answers to the description' and evidence_since.school is null then 'No school of this phase or stage is known.'
            when finding = 'No school answers to the description' then 'No school matches the description.'
            when schools_by_then is null then 'Records begin in ' || records_from || '.'
            else schools_by_then || ' of ' || schools_alike || ' schools that match had taken part by then.'
        end as returns,
        case finding
            when 'Agrees with the records' then 'Agrees'
            when 'Not in the records' then 'Differs'
            when 'There are no records' then 'Cannot be checked'
            when 'No school answers to the description' then 'Cannot be checked'
            when 'After the year of this report' then 'Cannot be checked'
            else finding
        end as result,
        null as said
    from evidence_since
    left join (
        select
            hub,
            time_period,
            sentence,
            school,
            min(sentence_order) as sentence_order
        from evidence_sentence
        group by all
    ) as evidence_sentence
        on evidence_sentence.hub = evidence_since.hub
        and evidence_sentence.time_period = evidence_since.time_period
        and evidence_sentence.sentence = evidence_since.sentence
        and evidence_sentence.school is not distinct from evidence_since.school
),
unchecked as (
    select
        hub_year.network,
        evidence_sentence.hub,
        evidence_sentence.time_period,
        evidence_sentence.sentence_order,
        4 as kind,
        evidence_sentence.sentence,
        evidence_sentence.school,
        'A number that was not recognised' as claim,
        null as stated,
        null as returns,
        'Not checked' as result,
        null as said
    from evidence_sentence
    join hub_year using (hub, time_period)
    cross join number_word
    cross join counted_word
    left join told_above
        on told_above.hub = evidence_sentence.hub
        and told_above.time_period = evidence_sentence.time_period
        and told_above.passage_order = evidence_sentence.passage_order
        and told_above.paragraph_order < evidence_sentence.paragraph_order
    left join (
        select
            hub,
            time_period,
            sentence,
            -- Numbers that a statement used, with their totals, and numbers in statements about years of taking
            -- part.
            count(*) filter (where kind = 3) as sayings,
            coalesce(sum(len(regexp_extract_all(stated, number_word.pattern))) filter (where kind = 1), 0) as numbers
        from (
            select distinct hub, time_period, sentence, kind, claim, coalesce(said, stated) as stated
            from listed
        ) as listed
        cross join number_word
        group by hub, time_period, sentence
    ) as taken
        on taken.hub = evidence_sentence.hub
        and taken.time_period = evidence_sentence.time_period
        and taken.sentence = evidence_sentence.sentence
    where
        (
            evidence_sentence.part in ('context', 'overview', 'national_priorities', 'focus')
            or evidence_sentence.part = 'school'
        )
        and (
            -- A number of pupils, an age, a result or a date describes a school, and is read as a description.
            evidence_sentence.school is null
            or regexp_matches(
                regexp_replace(
                    evidence_sentence.sentence,
                    '(?i)\b(?:19|20)\d\d(?: ?[/–-] ?\d\d)?\b|\d+(?:[/.]\d+)+|\b[\d,]+ (?:pupils|students|children|learners|on roll)\b'
                        || '|\b(?:school|college|academy|primary|infants?|juniors?|trust) of (?:\w+ )?[\d,]+|\b(?:\w+)[- ]form(?:[- ]entry)?\b'
                        || '|\b\d+ ?(?:to|-|–) ?\d+\b|\d+(?:\.\d+)? ?(?:%|per ?cent)|[+-]\d\S*',
                    ' ',
                    'g'
                ),
                number_word.pattern
            )
        )
        and (
            taken.sentence is null
            and regexp_matches(evidence_sentence.sentence, number_word.pattern)
            -- Some of its numbers were used and others not.
            or taken.sayings = 0
            and len(regexp_extract_all(
                regexp_replace(
                    evidence_sentence.sentence,
                    '(?i)\b(?:years? )?(?:19|20)\d\d(?: ?[/–-] ?\d\d)?\b|\b\d\d/\d\d(?:/\d{2,4})?\b|\b[a-z]{2,4}\d\d-\d{1,3}\b|\b(?:c|cohort |years? |key stages? |ks ?)\d+\b',
                    ' ',
                    'g'
                ),
                number_word.pattern
            )) > taken.numbers
        )
        and (
            evidence_sentence.goes_on
            or told_above.passage_order is not null
            or taken.sentence is not null
            or regexp_matches(
                regexp_replace(evidence_sentence.sentence, '\b(?:School|College|Academy) (?:[A-Z]|\d{1,2})\b', ' ', 'g'),
                counted_word.pattern
            )
        )
),
every as (
    from listed
    union all
    from unchecked
)
select
    network,
    hub,
    time_period,
    row_number() over (
        partition by network, hub, time_period
        order by kind = 4, sentence_order, kind, claim, stated, school
    ) as claim_order,
    claim,
    school,
    sentence,
    stated,
    returns,
    result
from every;
