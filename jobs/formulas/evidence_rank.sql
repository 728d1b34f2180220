-- The strength of the evidence for a mechanism: 1 Mentioned, 2 Described, 3 Evidenced; and the word for a rank.
create or replace macro evidence_rank(strength) as
    list_position(['Mentioned', 'Described', 'Evidenced'], strength);

create or replace macro evidence_word(rank) as
    ['Mentioned', 'Described', 'Evidenced'][rank];
