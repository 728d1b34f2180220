-- Nurseries and colleges on the pathway, which is for primary and secondary schools.
select
    pathway.claim,
    pathway.row_number,
    'urn' as field,
    pathway.urn::varchar as found,
    format(
        'School {} is on the pathway, and the register has it as {}; correct the URN, or say in a note why it is listed; the row was kept.',
        pathway.urn,
        school_register.phase
    ) as message
from pathway
semi join claim_in_force on claim_in_force.claim = pathway.claim
join school_register on school_register.urn = pathway.urn
semi join claim_in_force as register_in_force on register_in_force.claim = school_register.claim
where school_register.phase in ('Nursery', '16 plus')
order by pathway.claim, pathway.row_number;
