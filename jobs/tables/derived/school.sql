-- One row per (urn): a school in the register in force.
create or replace table school as
select
    urn,
    name,
    la_code,
    la_name,
    la_code || lpad(establishment_number, 4, '0') as laestab,
    -- 999 means none.
    nullif(nullif(previous_la_code, ''), '999') as previous_la_code,
    coalesce(status, '') as status,
    open_date,
    close_date,
    coalesce(type_group, '') as type_group,
    nullif(trust_name, '') as trust_name,
    low_age,
    high_age,
    easting,
    northing,
    coalesce(type_group in (
        'Academies',
        'Colleges',
        'Free Schools',
        'Local authority maintained schools',
        'Special schools'
    ), false) as is_state_funded,
    coalesce(type_group = 'Colleges', false) as is_college,
    region,
    case
        when phase in ('Primary', 'Middle deemed primary') then 'Primary'
        when phase in ('Secondary', 'Middle deemed secondary', 'All-through') then 'Secondary'
        when phase = '16 plus' then 'Post-16'
        else 'Other'
    end as phase,
    coalesce(pupils, 0) as pupils,
    fsm_percent,
    -- The prefix on every row names both countries, so "rural" is searched for after it.
    contains(lower(replace(urban_rural, '(England/Wales) ', '')), 'rural') as is_rural,
    coalesce(admissions_policy = 'Selective', false) as is_selective
from school_register
semi join claim_in_force using (claim)
qualify row_number() over (partition by urn order by claim desc, row_number desc) = 1;
