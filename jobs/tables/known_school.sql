-- One row per school of the register in force: what reading a return needs to know of it.
create or replace view known_school as
select
    urn,
    case
        when establishment_number is not null then la_code || lpad(establishment_number, 4, '0')
    end as laestab,
    open_date as opened,
    close_date as closed,
    status = 'Proposed to open' as proposed,
    type_group in ('Academies', 'Free Schools', 'Local authority maintained schools', 'Special schools') as state_funded,
    name,
    postcode,
    la_code,
    la_name
from school_register
semi join claim on claim.claim = school_register.claim and claim.in_force;
