-- The identity of a participant: the reference, or for a pseudonym the reference and the school, because two people
-- of two schools may have the same name.
create or replace macro participant_at(participant, lineage) as
    case when is_pseudonym(participant) then participant || ' ' || lineage else participant end;
