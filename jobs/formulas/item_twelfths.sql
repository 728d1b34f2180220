-- A respondent's mean of a measure's four items, if at least three are answered, in twelfths, which are whole numbers.
-- Weiner, B. J. et al. (2017), Implementation Science 12, 108.
create or replace macro items_answered(a, b, c, d) as
    (a is not null)::integer + (b is not null)::integer + (c is not null)::integer + (d is not null)::integer;

create or replace macro item_twelfths(a, b, c, d) as
    case
        when items_answered(a, b, c, d) >= 3
        then 12 * (coalesce(a, 0)::integer + coalesce(b, 0)::integer + coalesce(c, 0)::integer + coalesce(d, 0)::integer)
            // items_answered(a, b, c, d)
    end;
