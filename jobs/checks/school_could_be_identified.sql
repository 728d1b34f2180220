-- Schools that an evaluator's summary describes so that somebody could tell which they are, and that have not agreed.
-- found: {school} could be identified[ by {identified_by}][: {alike} schools match its description].
-- accepted: Describe it in fewer details, or write in a note which school it is, "agreed with the school", with whom
--   and the date.
-- action: The description is left out of what is published.
select
    evaluator_evidence.claim,
    coalesce(evaluation_school.row_number, evaluator_evidence.row_number) as row_number,
    'description' as field,
    described_risk.school as value,
    described_risk.school,
    described_risk.identified_by,
    case when described_risk.identified_by is null then described_risk.schools_alike end as alike
from described_risk
join evaluator_evidence using (hub, time_period)
semi join claim_in_force on claim_in_force.claim = evaluator_evidence.claim
left join evaluation_school
    on evaluation_school.claim = evaluator_evidence.claim
    and evaluation_school.school = described_risk.school
where described_risk.risk = 'Could be identified'
order by evaluator_evidence.claim, row_number, described_risk.school;
