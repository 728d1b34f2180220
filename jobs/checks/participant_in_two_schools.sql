-- Participant references that a hub uses for two schools in one academic year: reported at the first row of the second
-- school. Not for pseudonyms, because two people may have the same name. A reference that is used for many schools is a
-- number within each school and does not identify a person.
-- found: Participant {participant} is at school {urn} here, and at school {first_urn} in another row.
-- accepted: Give each person one reference.
-- action: The row was kept.
with listed as (
    select
        engagement.claim,
        engagement.row_number,
        engagement.hub,
        engagement.time_period,
        engagement.participant,
        engagement.urn,
        lineage.lineage
    from engagement
    semi join claim_in_force using (claim)
    join lineage using (urn)
    where not is_pseudonym(engagement.participant)
),
shared as (
    select hub, time_period, participant
    from listed
    group by all
    having min(lineage) <> max(lineage) and count(distinct lineage) = 2
),
second as (
    select
        *,
        first_value(urn) over person as first_urn
    from listed
    semi join shared using (hub, time_period, participant)
    window person as (partition by hub, time_period, participant order by claim, row_number)
    qualify lineage <> first_value(lineage) over person
)
select
    claim,
    row_number,
    'participant' as field,
    participant as value,
    participant,
    urn,
    first_urn
from second
qualify row_number() over (partition by hub, time_period, participant order by claim, row_number) = 1
order by claim, row_number;
