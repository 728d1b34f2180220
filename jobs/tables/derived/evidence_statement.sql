-- One row per (hub, time_period, sentence_order, quantity, stated): a quantity that a sentence of an evaluator's
-- summary states, with the value in the returns, and whether the two agree; if they cannot be compared, the reason.
-- Numbers are compared with the schools of the summary's phase: low and high are the lowest and highest number that
-- agree with what is stated, and number is the number itself, if there is just one.
create or replace table evidence_statement as
with spoken as materialized (
    select *
    from evidence_sentence
    where
        part not in ('theme', 'about_themes')
        and regexp_matches(
            sentence,
            '(?i)\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundred|dozen|couple'
                || '|both|no|none|zero|several|some|many|few|handful|number|most\w*|mainly|majority|largely|half|thirds?|quarters?|fifths?|tenths?)\b'
        )
),
-- A regular expression takes far longer to compile than to apply, so each wording is searched for once, in one text
-- of all sentences. Sentences are separated by a character that no wording can match, and each match is enclosed in
-- marks, with its groups: chr(2) match chr(3) group 1 chr(3) group 2 chr(4).
spoken_text as (
    select
        string_agg(' ' || sentence || '.', '.;,:' || chr(10) || chr(5) order by hub, time_period, sentence_order) as sentences,
        list(
            {
                hub: hub,
                time_period: time_period,
                sentence_order: sentence_order,
                passage_order: passage_order,
                sentence: sentence
            }
            order by hub, time_period, sentence_order
        ) as origins
    from spoken
),
marked as (
    select
        claim_wording.*,
        spoken_text.origins,
        string_split(
            regexp_replace(
                spoken_text.sentences,
                claim_wording.pattern || '()()',
                chr(2) || '\0' || chr(3) || '\1' || chr(3) || '\2' || chr(4),
                'g'
            ),
            '.;,:' || chr(10) || chr(5)
        ) as marked_sentences
    from spoken_text
    cross join claim_wording
    where spoken_text.origins is not null
),
by_sentence as (
    select
        marked.* exclude (origins, marked_sentences),
        unnest(origins) as origin,
        unnest(case
            when len(marked_sentences) = len(origins) then marked_sentences
            else error('A wording of the claim ' || claim_name || ' matches across sentences.')
        end) as marked_sentence
    from marked
),
matched as (
    select
        origin.hub,
        origin.time_period,
        origin.sentence_order,
        origin.passage_order,
        origin.sentence,
        by_sentence.* exclude (origin, marked_sentence, pattern),
        ' ' || origin.sentence || '.' as spoken_sentence,
        string_split(
            unnest(regexp_extract_all(marked_sentence, chr(2) || '([^' || chr(4) || ']*)' || chr(4), 1)),
            chr(3)
        ) as groups
    from by_sentence
    where contains(marked_sentence, chr(2))
),
slot as (
    select
        * exclude (spoken_sentence, groups),
        groups[1] as saying,
        left(spoken_sentence, instr(spoken_sentence, groups[1]) - 1) as before,
        substring(spoken_sentence, instr(spoken_sentence, groups[1]) + length(groups[1])) as after,
        case when number_group > 0 then groups[number_group + 1] end as words,
        case when cohort_group > 0 then groups[cohort_group + 1] end as cohort
    from matched
),
phrase as (
    select
        *,
        stated_part(words) as part,
        regexp_extract(before, '[^,;:.]*$') as clause_before,
        regexp_extract(after, '^[^,;:.]*') as clause_after
    from slot
),
ended as (
    select
        *,
        -- "Rose from 30 to 36" states 36.
        regexp_matches(part, ' to ')
            and regexp_matches(
                before,
                '(?i)\b(?:up|down|rose|ris(?:e|en|ing)|gr(?:ew|own|owth|owing)|increas\w+|fell|fall(?:en|ing)?|dropp\w+|gone|went|moved|chang\w+'
                    || '|reduc\w+)(?: \w+){0,2} from ?$'
            ) as is_change,
        case when is_change then [stated_range(part)[2], stated_range(part)[2]] else stated_range(part) end as ends,
        stated_bound(part) as bound
    from phrase
),
bounded as (
    select
        * exclude (ends, bound),
        stated_low(part, ends, bound) as low,
        stated_high(part, ends, bound) as high,
        clause_before || saying || clause_after as clause,
        list_transform(
            list_filter(
                regexp_extract_all(
                    before || saying || clause_after,
                    '(?i)(?:^\W*|\b(?:in|during|for|by|until|year) (?:the )?(?:academic |school )?(?:year )?)'
                        || '((?:19|20)\d\d(?: ?[/–-] ?(?:\d\d)?\d\d)?|\d\d/\d\d)(?:[^/\d]|$)',
                    1
                ),
                -- 21/22 is a year, and 28/11 is a day.
                lambda year: not regexp_matches(year, '^\d\d/\d\d$')
                    or (left(year, 2)::integer + 1) % 100 = right(year, 2)::integer
            ),
            lambda year: if(regexp_matches(year, '^\d\d/'), '20' || year, year)
        ) as years
    from ended
),
-- Numbers that are not statements: the total of which another number is a part ("of the 36 schools, 7"), the name of
-- a year or stage ("Year 9"), a range of ages, and what the wording excludes.
meant as (
    select
        *,
        case when low = high then low end as number
    from bounded
    where
        (
            not regexp_matches(before, '(?i)\b(?:of|among|amongst|from)(?: (?:the|our|these|those|all|its|your))* ?$')
            or is_change
            or regexp_matches(before, '(?i)\b(?:total|number|group|cohort|network|maximum|minimum) of(?: the| our)? ?$')
        )
        and (not regexp_matches(
            before,
            '(?i)\b(?:years?|key stages?|ks|grades?|phases?|cohorts?|pages?|figures?|tables?|levels?|sections?|chapters?|rounds?'
                || '|waves?|themes?)\W*$'
        )
        or regexp_matches(before, '(?i)\b(?:last|this|previous|prior|next|academic|school|each|per|a|the) years?\W*$'))
        and not regexp_matches(
            substring(saying, instr(saying, words) + length(words)),
            '(?i)(?:\d|ten|eleven|twelve|teen|ty|one|two|three|four|five|six|seven|eight|nine) of (?:them|these|those|which|whom)\b'
        )
        and not regexp_matches(part, '^(?:3|4|5|7|9|11|13|14|16) ?[-–] ?(?:11|13|16|18|19)$')
        and not coalesce(low > high, false)
        and (coalesce(unless_pattern, '') = '' or not regexp_matches(clause, unless_pattern))
),
-- A number for another year, or one to be reached in future, is not compared with those of this year.
dated as (
    select
        * exclude (number_group, cohort_group, unless_pattern, before, after, part),
        case
            when regexp_matches(
                before || saying || clause_after,
                '(?i)\b(?:across|throughout|over|in) (?:the |our )?(?:whole |entire |national )*(?:network|country|england)\b'
                    || '|\bnational(?:ly\b| (?:average|figure|total|number|picture)\b)|\b(?:all|other|neighbouring|the) hubs\b'
                    || '|\bthe (?:whole |national )?network (?:has|had|have|as a whole)\b'
            )
            then 'It does not speak of this hub.'
            when regexp_matches(before || saying || clause_after, '(?i)\b(?:in|on|for|at|of) [a-z]{2,4}\d\d-\d{1,3}\b')
            then 'It speaks of one activity.'
        end as elsewhere,
        elsewhere is not null
        or not coalesce(any_time, false)
        and (
            regexp_matches(
                before || saying || clause_after,
                '(?i)\b(?:last|previous|prior|next|following|coming) (?:academic |school )?year\b|\byears? (?:ago|earlier|before)\b'
                    || '|\bpreviously\b|\bformerly\b|\bused to\b'
            )
            and not regexp_matches(clause, '(?i)\bthis (?:academic |school )?year\b|\bnow\b|\bcurrently\b|\bat present\b')
            or regexp_matches(
                clause_before,
                '(?i)\b(?:aim\w*|hop(?:e|es|ed|ing)|plan(?:s|ned|ning)?|targets?|goals?|ambition|intend\w*|intention|expect\w*|want\w*'
                    || '|will|would|should|could|might|wish\w*|forecast|predict\w*)\b'
            )
            or len(years) > 0
            and len(list_filter(
                years,
                lambda year: left(year, 4)::integer = time_period // 100
                or try_cast(year as integer) = time_period // 100 + 1
            )) = 0
        ) as is_elsewhen
    from meant
),
-- If two wordings match the same quantity in one sentence, that is one statement, by the first wording: "36 schools
-- on the pathway: 7 Developing" does not state 7 schools on the pathway.
stated as (
    select
        hub,
        time_period,
        sentence_order,
        passage_order,
        sentence,
        claim_name,
        title,
        counts,
        case counts
            when 'people' then 'pd_lead'
            when 'answers' then 'survey_response'
            when 'places filled' then 'delivery'
            when 'engaged schools' then 'engagement'
            when 'participations' then 'engagement'
            else 'pathway'
        end as return_name,
        case
            when cohort is null then quantity
            else replace(
                quantity,
                '{cohort}',
                regexp_replace(replace(upper(trim(cohort)), '(', ''), 'C(OHORT)? ?(\d+)$', 'C\2')
            )
        end as quantity,
        trim(words) as words,
        trim(saying) as saying,
        low,
        high,
        number,
        elsewhere,
        is_elsewhen
    from dated
    qualify row_number() over (
        partition by
            hub,
            time_period,
            sentence_order,
            claim_name,
            quantity,
            coalesce(upper(cohort), ''),
            coalesce(number::varchar, words)
        order by is_elsewhen, wording_order
    ) = 1
    and wording_order = min(wording_order) over (
        partition by
            hub,
            time_period,
            sentence_order,
            claim_name,
            quantity,
            is_elsewhen,
            coalesce(upper(cohort), '')
    )
),
single as (
    select
        *,
        -- Two numbers of the same quantity may be about two parts of it.
        count(*) over (partition by hub, time_period, sentence_order, quantity, is_elsewhen) > 1 as is_several
    from stated
),
returned as (
    select distinct
        hub,
        time_period,
        return_name
    from return_received
),
compared as (
    select
        single.*,
        hub_year.network,
        case when single.counts in ('people', 'answers', 'participations', 'places filled') then 'Total' else evidence_phase.education_phase end as education_phase,
        -- Not every list of leads has the programme's letters before the cohort.
        arg_min(
            evidence_count.counted,
            case
                when evidence_count.quantity = single.quantity then 1
                when evidence_count.quantity like '%of no programme' then 2
                else 3
            end
        ) as counted,
        max(evidence_count.out_of) as out_of,
        exists (
            select 1
            from returned
            where
                returned.hub = single.hub
                and returned.time_period = single.time_period
                and returned.return_name = single.return_name
        ) as is_received
    from single
    join hub_year using (hub, time_period)
    join evidence_phase using (hub, time_period)
    left join evidence_count
        on evidence_count.hub = single.hub
        and evidence_count.time_period = single.time_period
        and evidence_count.education_phase = case when single.counts in ('people', 'answers', 'participations', 'places filled') then 'Total' else evidence_phase.education_phase end
        and evidence_count.quantity in (
            single.quantity,
            case
                when single.counts = 'people'
                then regexp_replace(single.quantity, '^.* (C\d+ .*)$', '\1') || ' of no programme'
            end
        )
    group by all
),
judged as (
    select
        *,
        case
            when elsewhere is not null then elsewhere
            when is_elsewhen then 'It does not speak of this year.'
            when is_several then 'The sentence gives more than one number for it.'
            when not is_received and counts = 'people' then 'The list of leads was not received.'
            when not is_received and return_name = 'survey_response' then 'No survey was received.'
            when not is_received then 'The ' || return_name || ' return was not received.'
            when counts = 'people' and counted is null then 'The list of leads names nobody of this cohort.'
            when counts = 'share' and coalesce(out_of, 0) = 0 then 'The pathway return gives no reasons.'
            when is_stated_percent(words) and coalesce(out_of, 0) = 0 then 'The returns do not say of how many.'
            when counts <> 'share' and lower(words) in ('most', 'many') then 'The sentence gives no number.'
        end as reason
    from compared
)
select
    network,
    hub,
    time_period,
    sentence_order,
    passage_order,
    sentence,
    claim_name,
    title,
    counts,
    quantity,
    education_phase,
    words,
    saying,
    number,
    low,
    high,
    coalesce(number::varchar, words) as stated,
    is_elsewhen or is_several as is_unclear,
    case when counted is not null or is_received and counts <> 'people' then coalesce(counted, 0) end as counted,
    out_of,
    case
        when reason is not null then 'Cannot be checked'
        when counts = 'share' and 2 * counted > out_of then 'Agrees'
        when counts = 'share' then 'Differs'
        when is_stated_percent(words) and 100.0 * counted / out_of between stated_percent_low(words) and stated_percent_high(words)
        then 'Agrees'
        when is_stated_percent(words) then 'Differs'
        when low is null and coalesce(counted, 0) > 1 then 'Agrees'
        when low is null then 'Differs'
        when coalesce(counted, 0) between low and high then 'Agrees'
        else 'Differs'
    end as result,
    reason
from judged;
