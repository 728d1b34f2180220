-- Quantities that an evaluator's summary states and the returns do not come to, all of a summary in one.
-- found: The summary and the returns differ in {quantities}. {differences}.
-- accepted: Correct one of the two, or confirm both in a note.
-- action: Both were kept.
select
    evaluator_evidence.claim,
    evaluator_evidence.row_number,
    'overview' as field,
    string_agg(distinct evidence_statement.sentence, ' ' order by evidence_statement.sentence) as value,
    count(*) || case when count(*) = 1 then ' quantity' else ' quantities' end as quantities,
    string_agg(
        evidence_statement.quantity || ': ' || evidence_statement.stated || ' stated, '
            || evidence_statement.counted || coalesce(' of ' || evidence_statement.out_of, '') || ' returned'
            || case
                when evidence_statement.education_phase = 'Total' then ''
                else ' (' || lower(evidence_statement.education_phase) || ' schools)'
            end,
        '; '
        order by evidence_statement.sentence_order, evidence_statement.quantity
    ) as differences
from evidence_statement
join evaluator_evidence using (hub, time_period)
semi join claim_in_force on claim_in_force.claim = evaluator_evidence.claim
where evidence_statement.result = 'Differs'
group by evaluator_evidence.claim, evaluator_evidence.row_number
order by evaluator_evidence.claim;
