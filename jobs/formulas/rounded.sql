-- Rounds public counts to the nearest 5, so that 0, 1 and 2 are the same number, and pupils to the nearest 100.
create or replace macro rounded_count(number) as
    5 * round(number / 5.0::double);

create or replace macro rounded_as(counts, number) as
    case counts when 'pupils' then 100 * round(number / 100.0::double) else rounded_count(number) end;

-- The number of decimals of a public value by unit: an index has two.
create or replace macro public_decimals(unit) as
    case when unit in ('score', 'ratio', 'mean') then 2 else 1 end;

-- A number with this many decimals, or unchanged if none are given. Adding 0 turns -0 into 0.
create or replace macro rounded_value(number, decimals) as
    case when decimals is null then number::double else round(number::double, decimals) + 0.0::double end;

create or replace macro printed_public(number, symbol, decimals) as
    coalesce(
        symbol,
        case decimals when 2 then format('{:.2f}', number::double) else format('{:.1f}', number::double) end
    );

-- The least number of schools behind a public figure that has no counts of its own. An index (a ratio without an
-- interval) is made of exact counts, and with few schools it could be taken apart into them.
create or replace macro least_public_schools(unit, interval) as
    case when unit = 'ratio' and interval = 'none' then 20 else 10 end;

-- By how many points a share can differ at most from that of the counts themselves, when both its counts are rounded.
create or replace macro rounding_points(share, denominator, counts) as
    case counts when 'pupils' then 50 else 2 end * (100 + share)
    / greatest(denominator - case counts when 'pupils' then 50 else 2 end, 1)::double;

-- The same for a net promoter score, of whose three counts each is rounded.
create or replace macro rounding_of_score(score, answers) as
    2 * (200 + abs(score)) / greatest(answers - 2, 1)::double;
