-- One row per (urn): a school in the register in force, with what is needed to read a return.
create or replace view known_school as
select
    urn,
    case
        when establishment_number is not null then la_code || lpad(establishment_number, 4, '0')
    end as laestab,
    case
        when previous_establishment_number <> '' and previous_la_code <> '999'
        then previous_la_code || lpad(previous_establishment_number, 4, '0')
    end as old_laestab,
    open_date as opened,
    close_date as closed,
    status = 'Proposed to open' as proposed,
    type_group in ('Academies', 'Colleges', 'Free Schools', 'Local authority maintained schools', 'Special schools') as state_funded,
    name,
    postcode,
    la_code,
    la_name,
    district_name
from school_register
semi join claim on claim.claim = school_register.claim and claim.in_force;
