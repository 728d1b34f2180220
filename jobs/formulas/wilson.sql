-- The Wilson score interval of a proportion x / n, without continuity correction, at 95% (z = 1.959963984540054).
-- Wilson, E. B. (1927), Journal of the American Statistical Association 22, 209-212; as OHID uses it for proportions.
-- Rounding may carry a limit a hair beyond 0 or 1, so both are held inside; more than n of n is no proportion and has none.
create or replace macro wilson_lower(x, n) as
    case
        when n > 0 and x between 0 and n then greatest(
            0.0::double,
            (2 * x + pow(1.959963984540054, 2) - 1.959963984540054 * sqrt(pow(1.959963984540054, 2) + 4 * x * (1 - x / n::double)))
                / (2 * (n + pow(1.959963984540054, 2)))
        )
    end;

create or replace macro wilson_upper(x, n) as
    case
        when n > 0 and x between 0 and n then least(
            1.0::double,
            (2 * x + pow(1.959963984540054, 2) + 1.959963984540054 * sqrt(pow(1.959963984540054, 2) + 4 * x * (1 - x / n::double)))
                / (2 * (n + pow(1.959963984540054, 2)))
        )
    end;
