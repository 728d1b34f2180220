-- A participant as one is told from another: by the reference, or, where that stands in place of a name, by it and the
-- school, since two people of two schools may have one name.
create or replace macro participant_at(participant, lineage) as
    case when is_pseudonym(participant) then participant || ' ' || lineage else participant end;
