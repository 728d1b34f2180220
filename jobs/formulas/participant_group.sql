-- The group of a participant's role, from the wording in a return: teachers, leaders, technicians, teaching
-- assistants.
create or replace macro participant_group(role) as
    case
        when trim(coalesce(role, '')) = '' then 'Role not stated'
        when regexp_matches(lower(role), 'technician') then 'Technicians'
        when regexp_matches(lower(role), 'assistant|\bh?lta\b|\bta\b') then 'Teaching assistants'
        when regexp_matches(lower(role), 'lead|head|principal|deputy|\bslt\b|\bsmt\b|\bhod\b|\bhof\b|\bsend?co\b|coordinator|co-ordinator') then 'Leaders'
        when regexp_matches(lower(role), 'teach|\bect\b|\bnqt\b') then 'Teachers'
        else 'Other roles'
    end;
