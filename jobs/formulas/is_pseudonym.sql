-- Whether a reference is the pseudonym of a name in a return.
create or replace macro is_pseudonym(reference) as
    regexp_matches(reference, '^P-[0-9a-f]{10}$');
