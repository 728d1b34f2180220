-- Places at stages that an evaluator's summary states, where they are not as many as the schools that it states: the
-- first paragraph that does.
-- found: The summary states {schools} schools and {sum} = {places} places.[ That is {more} more places than schools, so at
--   least {least} schools hold more than one place.][ That is {fewer} more schools than places.]
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
    case when places > schools then least end as least,
    case when places < schools then schools - places end as fewer
from evidence_overlap
join evaluator_evidence using (hub, time_period)
semi join claim_in_force on claim_in_force.claim = evaluator_evidence.claim
where evidence_overlap.places <> evidence_overlap.schools
qualify row_number() over (partition by evaluator_evidence.claim order by evidence_overlap.passage_order) = 1
order by evaluator_evidence.claim;
