-- Places at stages in an evaluator's summary that do not add up to the schools that it states: the first such
-- paragraph.
-- found: The summary states schools: {schools}, and places: {sum} = {places}.[ There are more places than schools by {more},
--   so at least {least} more than one place.][ There are more schools than places by {fewer}.]
-- accepted: Confirm it in a note, or correct one of the numbers.
-- action: All were kept.
select
    evaluator_evidence.claim,
    evaluator_evidence.row_number,
    'overview' as field,
    evidence_overlap.sentence as value,
    evidence_overlap.schools,
    evidence_overlap.sum,
    evidence_overlap.places,
    case when places > schools then places - schools end as more,
    case when places > schools then least || if(least = 1, ' school holds', ' schools hold') end as least,
    case when places < schools then schools - places end as fewer
from evidence_overlap
join evaluator_evidence using (hub, time_period)
semi join claim_in_force on claim_in_force.claim = evaluator_evidence.claim
where evidence_overlap.places <> evidence_overlap.schools
qualify row_number() over (partition by evaluator_evidence.claim order by evidence_overlap.passage_order) = 1
order by evaluator_evidence.claim;
