-- One row per count that is a part of another without being printed over it: what is left of the whole is a count too,
-- which anybody can work out from the two. A numerator is a part of its denominator without being named here.
create or replace table part_of as
select
    part,
    whole
from (
    values
        ('completed', 'engaged'),
        ('engaged', 'enrolled'),
        ('engaged', 'ever engaged')
) as parts (part, whole);
