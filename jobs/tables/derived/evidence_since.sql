-- One row per (network, hub, time_period, sentence, school, since): what a sentence of an evaluator's summary says
-- about since when, or for how many years, a school or the hub's schools have taken part, compared with the records:
-- how many schools that the sentence may be about took part by then, and how many match its description. The two
-- agree if all of them did, or if it says "some" and several did; if some did, it may be true. A sentence about the
-- hub's schools is about those of the summary's phase, and of the stage that it names.
create or replace table evidence_since as
with sentence as (
    select
        hub_year.network,
        hub_year.hub,
        hub_year.time_period,
        evidence_sentence.school,
        evidence_sentence.sentence,
        evidence_phase.education_phase,
        regexp_matches(evidence_sentence.sentence, '(?i)\b(?:some|several|a few|many|a number) (?:of )?') as is_of_some,
        nullif(
            upper(left(regexp_extract(evidence_sentence.sentence, '(?i)\b(?:in|on|at) (?:the )?(developing|embedding|sustaining)\b', 1), 1))
                || lower(substring(
                    regexp_extract(evidence_sentence.sentence, '(?i)\b(?:in|on|at) (?:the )?(developing|embedding|sustaining)\b', 1),
                    2
                )),
            ''
        ) as stage
    from evidence_sentence
    join hub_year using (hub, time_period)
    join evidence_phase using (hub, time_period)
    where evidence_sentence.part not in ('theme', 'about_themes')
),
-- Each statement of a sentence is a separate claim: two years make two claims, the same one said twice makes one.
saying as (
    select distinct
        network,
        hub,
        time_period,
        school,
        sentence,
        education_phase,
        is_of_some,
        stage,
        unnest(list_concat(
            regexp_extract_all(
                sentence,
                '(?i)\b(?:since|as early as|(?:joined|began|started|first|involved|engaged|worked|working|been)(?: [a-z''’-]+){0,5} (?:in|from))'
                || '(?: [a-z]+){0,4} (?:(?:19|20)\d\d(?: ?[/–-] ?\d\d\b)?|\d\d/\d\d\b)'
            ),
            regexp_extract_all(
                sentence,
                '(?i)\b(?:at least|over|more than|for|nearly|almost|about|around|past|last) (?:the )?(?:past |last )?'
                || '(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)(?: or more| full| whole)?(?: academic| school)? years\b'
            ),
            regexp_extract_all(sentence, '(?i)\b(?:over|than|for|nearly|almost|about) a decade\b')
        )) as saying
    from sentence
),
-- A year without its second half is the one that begins in it, unless a month or term before September is named.
read_from as (
    select
        *,
        try_cast(nullif(regexp_extract(saying, '(?:19|20)\d\d'), '') as integer) as year_named,
        try_cast(nullif(regexp_extract(saying, ' (\d\d)/\d\d$', 1), '') as integer) as short_year,
        regexp_matches(saying, '(?i) (jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|spring|summer)( [a-z]+)* \d{4}$')
            as is_before_september,
        case
            when regexp_matches(saying, '(?i) a decade$') then 10
            else coalesce(
                try_cast(nullif(regexp_extract(saying, ' (\d{1,2}) [a-z ]*years$', 1), '') as integer),
                list_position(
                    ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
                    nullif(
                        regexp_extract(lower(saying), '\b(two|three|four|five|six|seven|eight|nine|ten)\b'),
                        ''
                    )
                ) + 1
            )
        end as for_years
    from saying
    -- A number of years is a time of taking part only if the sentence says so: "keep groups for two years" does not.
    -- Excludes clauses about something else: "an academy since 2012", "in post for five years".
    where
        (
            regexp_matches(saying, '(?:19|20)\d\d|\d\d/\d\d$')
            or regexp_matches(
                left(sentence, instr(sentence, saying) - 1) || saying,
                '(?i)\b(?:ha(?:s|ve|d)|been|involved|engaged|active|members?|participat\w+|taking part|took part|taken part|work(?:ed|ing)'
                    || '|belong\w*|here)\b|n?[''’](?:ve|s) '
            )
        )
        and not regexp_matches(
            left(sentence, instr(sentence, saying) - 1),
            '(?i)\b(?:will|would|should|could|must|might|may|plan(?:s|ned)?|hop(?:e|es|ed)|aim(?:s|ed)?|intend(?:s|ed)?|need(?:s|ed)? to|expect(?:s|ed)?)'
                || ' (?:\w+ ){0,3}(?:be|stay|keep|continue|work|last|run|remain)\b'
        )
        and not regexp_matches(
            regexp_extract(left(sentence, instr(sentence, saying) - 1), '[^,;:.•]*$') || saying,
            '(?i)\b(?:academy|academies|academis\w+|academiz\w+|convert\w*|conversion|trusts?|mat|heads?|headteachers?|principal|in post|in role|teaching for|qualified'
                || '|appointed|employed|open(?:ed)?|built|inspect\w*|ofsted|judged|rated|outstanding|improv\w+|results?|risen|fallen'
                || '|declin\w+|published|curriculum|scheme|textbooks?|mixed|federat\w+|merg\w+|pupil numbers|roll|maternity)\b'
        )
        or regexp_matches(
            regexp_extract(left(sentence, instr(sentence, saying) - 1), '[^,;:.•]*$') || saying
                || regexp_extract(substring(sentence, instr(sentence, saying) + length(saying)), '^[^,;:.•]*'),
            '(?i)\b(?:hub|with us|involved|involvement|engaged|engagement|work groups?|pathway|network|taken part|taking part|took part'
                || '|mastery|participat\w+|partners?|members?)\b'
        )
),
said as (
    select distinct
        read_from.network,
        read_from.hub,
        read_from.time_period,
        read_from.sentence,
        read_from.school,
        read_from.education_phase,
        read_from.is_of_some,
        read_from.stage,
        coalesce(
            read_from.year_named - read_from.is_before_september::integer,
            2000 + read_from.short_year,
            read_from.time_period // 100 + 1 - read_from.for_years
        ) as start_year,
        start_year * 100 + (start_year + 1) % 100 as since_period
    from read_from
),
record as (
    select
        hub,
        min(time_period) as first_period
    from return_received
    where return_name = 'engagement'
    group by hub
),
-- The schools that the sentence may be about: those that match the description, or all of the hub's.
candidate as (
    select
        said.network,
        said.hub,
        said.time_period,
        said.sentence,
        said.school,
        said.since_period,
        said.stage,
        eligible_school.lineage,
        coalesce(bool_or(school_engagement.rung >= 2), false) as took_part_by_then
    from said
    join eligible_school
        on eligible_school.network = said.network
        and eligible_school.hub = said.hub
        and eligible_school.time_period = said.time_period
    left join matching_school
        on matching_school.hub = said.hub
        and matching_school.time_period = said.time_period
        and matching_school.school = said.school
        and matching_school.lineage = eligible_school.lineage
    left join school_engagement
        on school_engagement.network = said.network
        and school_engagement.hub = said.hub
        and school_engagement.lineage = eligible_school.lineage
        and school_engagement.time_period <= said.since_period
    where
        said.school is null
        and (
            said.education_phase = 'Total'
            or eligible_school.phase = said.education_phase
        )
        and (
            said.stage is null
            or exists (
                select 1
                from pathway_place
                where
                    pathway_place.hub = said.hub
                    and pathway_place.time_period = said.time_period
                    and pathway_place.lineage = eligible_school.lineage
                    and pathway_place.stage = said.stage
            )
        )
        or matching_school.lineage is not null
    group by all
),
counted as (
    select
        said.network,
        said.hub,
        said.time_period,
        said.sentence,
        said.school,
        said.since_period,
        said.is_of_some,
        record.first_period,
        count(candidate.lineage)::integer as schools_alike,
        count(candidate.lineage) filter (where candidate.took_part_by_then)::integer as schools_by_then
    from said
    left join record using (hub)
    left join candidate
        on candidate.hub = said.hub
        and candidate.time_period = said.time_period
        and candidate.sentence = said.sentence
        and candidate.since_period = said.since_period
        and candidate.school is not distinct from said.school
    group by all
)
select
    network,
    hub,
    time_period,
    sentence,
    school,
    (since_period // 100) || '/' || lpad((since_period % 100)::varchar, 2, '0') as since,
    (first_period // 100) || '/' || lpad((first_period % 100)::varchar, 2, '0') as records_from,
    schools_alike,
    case when since_period >= first_period then schools_by_then end as schools_by_then,
    case
        when first_period is null then 'There are no records'
        when since_period < first_period then 'Cannot be checked'
        when since_period > time_period then 'After the year of this report'
        when schools_alike = 0 then 'No school answers to the description'
        when schools_by_then = schools_alike then 'Agrees with the records'
        when is_of_some and schools_by_then > 1 then 'Agrees with the records'
        when schools_by_then > 0 then 'Consistent with records'
        else 'Not in the records'
    end as finding
from counted;
