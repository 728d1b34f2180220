-- The ratio of two proportions x1 / n1 and x2 / n2, with 95% limits on the logarithm of the ratio. There are no limits
-- if x1 or x2 is 0, and no ratio if x2 is 0. Katz, D. et al. (1978), Biometrics 34, 469-474.
create or replace macro katz_ratio(x1, n1, x2, n2) as
    x1::double * n2 / nullif(x2::double * n1, 0);

create or replace macro katz_error(x1, n1, x2, n2) as
    case
        when x1 > 0 and x2 > 0 then sqrt(greatest(
            0.0::double,
            1 / x1::double - 1 / n1::double + 1 / x2::double - 1 / n2::double
        ))
    end;

create or replace macro katz_lower(x1, n1, x2, n2) as
    katz_ratio(x1, n1, x2, n2) * exp(-1.959963984540054::double * katz_error(x1, n1, x2, n2));

create or replace macro katz_upper(x1, n1, x2, n2) as
    katz_ratio(x1, n1, x2, n2) * exp(1.959963984540054::double * katz_error(x1, n1, x2, n2));
