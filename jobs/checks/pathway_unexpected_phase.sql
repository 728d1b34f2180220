-- Nurseries and colleges on the pathway, which is for primary and secondary schools.
-- found: School {urn} is on the pathway, and the register has it as {phase}.
-- accepted: Correct the URN, or say in a note why it is listed.
-- action: The row was kept.
select
    pathway.claim,
    pathway.row_number,
    'urn' as field,
    pathway.urn::varchar as value,
    pathway.urn,
    school_register.phase
from pathway
semi join claim_in_force on claim_in_force.claim = pathway.claim
join school_register on school_register.urn = pathway.urn
semi join claim_in_force as register_in_force on register_in_force.claim = school_register.claim
where school_register.phase in ('Nursery', '16 plus')
order by pathway.claim, pathway.row_number;
