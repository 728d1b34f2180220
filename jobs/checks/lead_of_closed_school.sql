-- Leads from a school that had closed before the year began and has no successor.
-- found: School {urn} of lead {lead} closed on {close_date} and has no successor in the register.
-- accepted: Correct the URN.
-- action: The row was kept.
select
    pd_lead.claim,
    pd_lead.row_number,
    'urn' as field,
    pd_lead.urn::varchar as value,
    pd_lead.urn,
    pd_lead.lead,
    school.close_date
from pd_lead
semi join claim_in_force on claim_in_force.claim = pd_lead.claim
join academic_year on academic_year.time_period = pd_lead.time_period
join school on school.urn = pd_lead.urn
join lineage on lineage.urn = school.urn
where
    lineage.lineage = school.urn
    and school.close_date < academic_year.starts
order by pd_lead.claim, pd_lead.row_number;
