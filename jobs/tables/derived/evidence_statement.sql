-- One row per (hub, time_period, sentence_order, quantity, stated): a quantity that a sentence of an evaluator's summary
-- states, beside what the returns come to, and whether the two agree; where they cannot be compared, why. Numbers are
-- compared with the schools of the summary's phase.
create or replace table evidence_statement as
with matched as (
    select
        evidence_sentence.hub,
        evidence_sentence.time_period,
        evidence_sentence.sentence_order,
        evidence_sentence.paragraph_order,
        evidence_sentence.sentence,
        claim_wording.* exclude (pattern),
        claim_wording.pattern,
        unnest(regexp_extract_all(evidence_sentence.sentence, claim_wording.pattern)) as saying
    from evidence_sentence
    join claim_wording on regexp_matches(evidence_sentence.sentence, claim_wording.pattern)
),
slot as (
    select
        *,
        case number_group
            when 1 then regexp_extract(saying, pattern, 1)
            when 2 then regexp_extract(saying, pattern, 2)
        end as words,
        case cohort_group
            when 1 then regexp_extract(saying, pattern, 1)
            when 2 then regexp_extract(saying, pattern, 2)
        end as cohort
    from matched
),
-- The same quantity in one sentence by two wordings is one statement, the first wording's: "36 schools on the pathway:
-- 7 Developing" does not state 7 schools on the pathway.
stated as (
    select
        hub,
        time_period,
        sentence_order,
        paragraph_order,
        sentence,
        claim_name,
        title,
        counts,
        case
            when cohort is null then quantity
            else replace(quantity, '{cohort}', regexp_replace(upper(trim(cohort)), 'C(OHORT)? ?(\d+)$', 'C\2'))
        end as quantity,
        words,
        stated_number(words) as number
    from slot
    qualify row_number() over (
        partition by
            hub,
            time_period,
            sentence_order,
            claim_name,
            quantity,
            coalesce(upper(cohort), ''),
            coalesce(stated_number(words)::varchar, words)
        order by wording_order
    ) = 1
    and wording_order = min(wording_order) over (
        partition by
            hub,
            time_period,
            sentence_order,
            claim_name,
            quantity,
            coalesce(upper(cohort), '')
    )
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
        stated.*,
        hub_year.network,
        case when stated.counts = 'people' then 'Total' else evidence_phase.education_phase end as education_phase,
        evidence_count.counted,
        evidence_count.out_of,
        exists (
            select 1
            from returned
            where
                returned.hub = stated.hub
                and returned.time_period = stated.time_period
                and returned.return_name = case when stated.counts = 'people' then 'pd_lead' else 'pathway' end
        ) as is_received
    from stated
    join hub_year using (hub, time_period)
    join evidence_phase using (hub, time_period)
    left join evidence_count
        on evidence_count.hub = stated.hub
        and evidence_count.time_period = stated.time_period
        and evidence_count.education_phase = case when stated.counts = 'people' then 'Total' else evidence_phase.education_phase end
        -- A programme's letters before the cohort are not in every list of leads.
        and evidence_count.quantity in (
            stated.quantity,
            case when stated.counts = 'people' then regexp_replace(stated.quantity, '^.* (C\d+ )', '\1') end
        )
)
select
    network,
    hub,
    time_period,
    sentence_order,
    paragraph_order,
    sentence,
    claim_name,
    title,
    counts,
    quantity,
    education_phase,
    words,
    number,
    coalesce(number::varchar, words) as stated,
    case when counted is not null or is_received and counts <> 'people' then coalesce(counted, 0) end as counted,
    out_of,
    case
        when not is_received or counts = 'people' and counted is null then 'Cannot be checked'
        when counts = 'share' and coalesce(out_of, 0) = 0 then 'Cannot be checked'
        when counts = 'share' and 2 * counted > out_of then 'Agrees'
        when counts = 'share' then 'Differs'
        when number is null and coalesce(counted, 0) > 1 then 'Agrees'
        when number is null then 'Differs'
        when number = coalesce(counted, 0) then 'Agrees'
        else 'Differs'
    end as result,
    case
        when not is_received and counts = 'people' then 'The list of leads was not received.'
        when not is_received then 'The pathway return was not received.'
        when counts = 'people' and counted is null then 'The list of leads names nobody of this cohort.'
        when counts = 'share' and coalesce(out_of, 0) = 0 then 'The pathway return gives no reasons.'
    end as reason
from compared;
