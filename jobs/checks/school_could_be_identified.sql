-- Schools that could be identified from an evaluator's description and have not agreed to it.
-- found: {schools} could be identified: {why}.
-- accepted: Describe it in fewer details, or write in a note which school it is, "agreed with the school", with whom
--   and the date.
-- action: The description is left out of what is published.
with placed as (
    select
        evaluator_evidence.claim,
        coalesce(evaluation_school.row_number, evaluator_evidence.row_number) as row_number,
        described_risk.school,
        coalesce(
            'by ' || described_risk.identified_by,
            described_risk.schools_alike
                || case when described_risk.schools_alike = 1 then ' school matches' else ' schools match' end
        ) as why
    from described_risk
    join evaluator_evidence using (hub, time_period)
    semi join claim_in_force on claim_in_force.claim = evaluator_evidence.claim
    left join evaluation_school
        on evaluation_school.claim = evaluator_evidence.claim
        and evaluation_school.school = described_risk.school
    where described_risk.risk = 'Could be identified'
)
select
    claim,
    row_number,
    'description' as field,
    string_agg(school, ', ' order by school) as value,
    string_agg(school, ' and ' order by school) as schools,
    string_agg(why, '; ' order by school) as why
from placed
group by claim, row_number
order by claim, row_number;
