-- Describes a context of schools: phase, third of free school meals, urban or rural, and selective if that
-- distinguishes schools.
create or replace macro context_words(phase, fsm_third, is_rural, is_selective) as
    phase
        || coalesce(', ' || ['lowest', 'middle', 'highest'][fsm_third] || ' third of free school meals', '')
        || case when is_rural then ', rural' when not is_rural then ', urban' else '' end
        || case when is_selective then ', selective' else '' end;
