-- The Wilson score interval of a proportion x / n, without continuity correction, at 95% (z = 1.959963984540054).
-- Wilson, E. B. (1927), Journal of the American Statistical Association 22, 209-212; used by OHID for proportions.
-- Rounding may put a limit slightly outside 0 to 1, so both are clamped. An x above n is not a proportion and has no
-- limits.
create or replace macro wilson_centre(x, n, z) as
    (2 * x + z * z) / (2 * (n + z * z));

create or replace macro wilson_half_width(x, n, z) as
    z * sqrt(z * z + 4 * x * (1 - x / n::double)) / (2 * (n + z * z));

create or replace macro wilson_lower(x, n) as
    case
        when n > 0 and x between 0 and n then greatest(
            0.0::double,
            wilson_centre(x, n, 1.959963984540054::double) - wilson_half_width(x, n, 1.959963984540054::double)
        )
    end;

create or replace macro wilson_upper(x, n) as
    case
        when n > 0 and x between 0 and n then least(
            1.0::double,
            wilson_centre(x, n, 1.959963984540054::double) + wilson_half_width(x, n, 1.959963984540054::double)
        )
    end;
