-- The smallest of several counts that is not 0: what a value made of them may give away, for the public profile to judge.
create or replace macro fewest(counts) as
    list_min([count for count in counts if count > 0]);
