-- Successor links that form a cycle: such a school is not followed.
-- found: The successor of {urn} is {link_urn}, which leads back to {urn}.
-- accepted: Correct the links in the register.
-- action: They were kept and are not followed.
select
    school_link.claim,
    school_link.row_number,
    'link_urn' as field,
    school_link.link_urn::varchar as value,
    school_link.urn,
    school_link.link_urn
from school_link
semi join claim_in_force using (claim)
join link_fate using (urn, link_urn, link_type)
where
    link_fate.fate = 'leads back to itself'
    -- So that a cycle of two is reported once.
    and school_link.urn < school_link.link_urn
order by school_link.claim, school_link.row_number;
