-- One row per sentence of an evaluator's summary that says since when or for how many years a school, or the hub's
-- schools, have taken part, beside what the records show: how many schools that the sentence may be about took part by
-- then, of how many that answer to its description.
create or replace table evidence_claim as
with sentence as (
    select
        hub_year.network,
        hub_year.hub,
        hub_year.time_period,
        unnest(string_split(
            regexp_replace(
                concat_ws(
                    chr(10),
                    evaluator_evidence.the_case,
                    evaluator_evidence.context,
                    evaluator_evidence.conclusion
                ),
                '([.!?;]) +',
                '\1' || chr(10),
                'g'
            ),
            chr(10)
        )) as sentence
    from evaluator_evidence
    semi join claim_in_force on claim_in_force.claim = evaluator_evidence.claim
    join hub_year using (hub, time_period)
),
read_from as (
    select
        network,
        hub,
        time_period,
        trim(sentence) as sentence,
        try_cast(
            nullif(regexp_extract(sentence, '(?i)\bsince (?:[a-z]+ )?(20\d\d)\b', 1), '')
            as integer
        ) as since_year,
        nullif(regexp_extract(
            sentence,
            '(?i)\b(?:at least|over|more than|for|nearly|about) (\d+|two|three|four|five|six|seven|eight|nine|ten) years',
            1
        ), '') as for_years
    from sentence
),
said as (
    select
        read_from.network,
        read_from.hub,
        read_from.time_period,
        read_from.sentence,
        described_school.school,
        coalesce(
            read_from.since_year,
            academic_year.start_year + 1 - coalesce(
                try_cast(read_from.for_years as integer),
                list_position(
                    ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
                    lower(read_from.for_years)
                ) + 1
            )
        ) as start_year
    from read_from
    join academic_year using (time_period)
    left join described_school
        on described_school.hub = read_from.hub
        and described_school.time_period = read_from.time_period
        and contains(described_school.description, read_from.sentence)
    where read_from.since_year is not null or read_from.for_years is not null
),
record as (
    select
        hub,
        min(time_period) as first_period
    from return_received
    where return_name = 'engagement'
    group by hub
),
-- Those that the sentence may be about: the schools that answer to the description, or all of the hub's.
candidate as (
    select
        said.network,
        said.hub,
        said.time_period,
        said.sentence,
        said.school,
        eligible_school.lineage,
        coalesce(bool_or(school_engagement.rung >= 2), false) as took_part_by_then
    from said
    join academic_year on academic_year.start_year = said.start_year
    join eligible_school
        on eligible_school.network = said.network
        and eligible_school.hub = said.hub
        and eligible_school.time_period = said.time_period
    left join school_alike
        on school_alike.hub = said.hub
        and school_alike.time_period = said.time_period
        and school_alike.school = said.school
        and school_alike.lineage = eligible_school.lineage
    left join school_engagement
        on school_engagement.network = said.network
        and school_engagement.hub = said.hub
        and school_engagement.lineage = eligible_school.lineage
        and school_engagement.time_period <= academic_year.time_period
    where
        said.school is null
        or school_alike.lineage is not null
    group by all
),
counted as (
    select
        said.network,
        said.hub,
        said.time_period,
        said.sentence,
        said.school,
        claimed.time_period as since_period,
        record.first_period,
        count(candidate.lineage)::integer as schools_alike,
        count(candidate.lineage) filter (where candidate.took_part_by_then)::integer as schools_by_then
    from said
    join academic_year as claimed on claimed.start_year = said.start_year
    left join record using (hub)
    left join candidate
        on candidate.hub = said.hub
        and candidate.time_period = said.time_period
        and candidate.sentence = said.sentence
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
        when since_period < first_period then 'Before the records begin'
        when schools_by_then > 0 then 'Agrees with the records'
        else 'Not in the records'
    end as finding
from counted;
