-- Quantities in an evaluator's summary that differ from the returns, in one query for each summary.
-- found: The summary and the returns differ in {quantities}. {differences}.
-- accepted: Correct one of the two, or confirm both in a note.
-- action: Both were kept.
with differing as (
    select
        hub,
        time_period,
        sentence_order,
        sentence,
        quantity,
        quantity || ': ' || stated || ' stated, ' || counted || coalesce(' of ' || out_of, '') || ' returned'
            || case
                when education_phase = 'Total' then ''
                else ' (' || lower(education_phase) || ' schools)'
            end as difference
    from evidence_statement
    where result = 'Differs'
    union all
    select
        hub,
        time_period,
        1000000 as sentence_order,
        sentence,
        'Taking part since' as quantity,
        'Taking part since: ' || since || ' stated' || coalesce(' of ' || school, '') || ', '
            || schools_by_then || ' of ' || schools_alike
            || case when schools_alike = 1 then ' school' else ' schools' end || ' had taken part by then' as difference
    from evidence_since
    where finding = 'Not in the records'
)
select
    evaluator_evidence.claim,
    evaluator_evidence.row_number,
    'overview' as field,
    string_agg(distinct differing.sentence, ' ' order by differing.sentence) as value,
    count(*) || case when count(*) = 1 then ' quantity' else ' quantities' end as quantities,
    string_agg(difference, '; ' order by sentence_order, quantity, difference) as differences
from differing
join evaluator_evidence using (hub, time_period)
semi join claim_in_force on claim_in_force.claim = evaluator_evidence.claim
group by evaluator_evidence.claim, evaluator_evidence.row_number
order by evaluator_evidence.claim;
