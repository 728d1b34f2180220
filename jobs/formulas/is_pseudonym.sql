-- Whether a reference stands in place of a person's name that a return gave.
create or replace macro is_pseudonym(reference) as
    regexp_matches(reference, '^P-[0-9a-f]{10}$');
