-- Codes of hubs that could be mistaken: with a letter outside the Latin alphabet, or the name of a device or of a
-- folder that belongs to no hub.
-- found: Hub code {hub} {reason}.
-- accepted: Use letters of the Latin alphabet and digits, such as HM1.
-- action: The hub was kept under this code.
with listed as (
    select
        claim,
        row_number,
        hub,
        -- A letter outside the Latin alphabet.
        regexp_extract(hub, '[^\p{Latin}\P{L}]') as letter
    from hub_list
    semi join claim_in_force using (claim)
),
judged as (
    select
        claim,
        row_number,
        hub,
        case
            when letter <> '' then concat('has the letter ', letter, ', which is not of the Latin alphabet')
            when regexp_full_match(lower(hub), '(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?')
                then 'is a name that Windows keeps for a device'
            when lower(hub) in ('network', 'unrecognised', 'total') then 'has another meaning in outputs'
        end as reason
    from listed
)
select
    claim,
    row_number,
    'hub' as field,
    hub as value,
    hub,
    reason
from judged
where reason is not null
order by claim, row_number;
