-- Quantities that an evaluator's summary states and the returns do not come to.
-- found: The summary says {stated}: {quantity}, and the returns come to {counted}[ of {out_of}] ({phase}).
-- accepted: Correct one of the two, or confirm both in a note.
-- action: Both were kept.
select
    evaluator_evidence.claim,
    evaluator_evidence.row_number,
    'overview' as field,
    evidence_statement.sentence as value,
    evidence_statement.stated,
    evidence_statement.quantity,
    evidence_statement.counted,
    evidence_statement.out_of,
    case
        when evidence_statement.education_phase = 'Total' then 'all schools'
        else lower(evidence_statement.education_phase) || ' schools'
    end as phase
from evidence_statement
join evaluator_evidence using (hub, time_period)
semi join claim_in_force on claim_in_force.claim = evaluator_evidence.claim
where evidence_statement.result = 'Differs'
order by evaluator_evidence.claim, evidence_statement.sentence_order, evidence_statement.quantity;
