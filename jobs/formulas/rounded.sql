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

-- The minimum number of schools behind a public figure without counts of its own. An index (a ratio without an
-- interval) is computed from exact counts, which could be worked out from it if there are few schools.
create or replace macro least_public_schools(unit, interval) as
    case when unit = 'ratio' and interval = 'none' then 20 else 10 end;

-- The maximum difference between a count and the rounded count.
create or replace macro rounding_of(counts) as
    case counts when 'pupils' then 50 else 2 end;

-- The lowest share (0 to 1) and lower limit, and the highest share and upper limit, of all pairs of counts that round
-- to these two: both rise with the numerator and fall with the denominator.
create or replace macro least_share(numerator, denominator, counts) as
    greatest(numerator - rounding_of(counts), 0) / (denominator + rounding_of(counts))::double;

create or replace macro least_wilson(numerator, denominator, deff, counts) as
    wilson_lower(
        greatest(numerator - rounding_of(counts), 0) / deff::double,
        (denominator + rounding_of(counts)) / deff::double
    );

create or replace macro most_share(numerator, denominator, counts) as
    least(numerator + rounding_of(counts), denominator - rounding_of(counts))
        / (denominator - rounding_of(counts))::double;

create or replace macro most_wilson(numerator, denominator, deff, counts) as
    wilson_upper(
        least(numerator + rounding_of(counts), denominator - rounding_of(counts)) / deff::double,
        (denominator - rounding_of(counts)) / deff::double
    );

-- The highest design effect that is rounded to this one. A share that rounds to 0 or 1 gets no design effect, so
-- that nothing is revealed about it.
create or replace macro most_deff(numerator, denominator, deff, interval) as
    case
        when interval = 'wilson' then 1
        when numerator > 0 and numerator < denominator then deff + 0.05
    end::double;

-- The lowest correlation (at most 0) of all pairs whose counts round to these. The first count is rounded itself;
-- the second and the third are differences of two rounded counts, and the last is made of four.
create or replace macro least_phi(in_both, in_first, in_second, in_neither) as
    coalesce(
        least(
            0,
            newcombe_phi(greatest(in_both - 2, 0), in_first + 4, in_second + 4, greatest(in_neither - 8, 0))
        ),
        0
    );

-- The maximum difference, in points, of a net promoter score from that of the exact counts, if each of its three
-- counts is rounded; and the maximum half width of the limits of these counts.
create or replace macro rounding_of_score(score, answers) as
    2 * (200 + abs(score)) / greatest(answers - 2, 1)::double;

create or replace macro most_half_width_of_score(score, half_width, answers) as
    196 * sqrt(
        greatest(
            0,
            least(1, ((pow(half_width / 196, 2) * answers + pow(score / 100, 2)) * answers + 4) / (answers - 2))
                - pow(greatest(0, abs(score) - rounding_of_score(score, answers)) / 100, 2)
        )
        / (answers - 2)
    );

-- The same for a mean with two decimals, whose limits have two as well: the largest squared standard error of all
-- that round to these limits and this number of groups.
create or replace macro most_squared_error(half_width, groups) as
    pow((half_width + 0.005) / critical_t(groups + 1), 2);
