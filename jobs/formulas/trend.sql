-- Whether a series rises or falls more steadily than by chance. Mann-Kendall S is the number of pairs of points that
-- rise minus those that fall. Needs at least five points; with fewer, no order is unlikely enough. Two-sided, at most 5
-- in 100, from the exact distribution of S. Kendall, M. G. (1975), Rank Correlation Methods, table 1.
create or replace macro trend_threshold(points) as
    [
        null, null, null, null, 10,
        13, 15, 18, 20, 23,
        27, 30, 34, 37, 41,
        46, 50, 53, 57, 62
    ][least(points, 20)];

create or replace macro trend_word(s, points) as
    case
        when points < 5 then null
        when s >= trend_threshold(points) then 'rising'
        when s <= -trend_threshold(points) then 'falling'
        else 'no clear trend'
    end;
