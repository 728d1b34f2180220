-- How much less a clustered sample tells than a simple one, never below 1: the variance of a ratio between clusters
-- over the binomial variance. Kish, L. (1965), Survey Sampling, chapter 5.
-- Takes m clusters, their sums of x and n, and the sums of the squares and products x.x, x.n and n.n, which are whole
-- numbers: so the sum of (x - p.n) squared is exact, whatever the order of the rows.
create or replace macro design_effect(m, x, n, xx, xn, nn) as
    case
        when m < 2 or x <= 0 or x >= n then 1.0::double
        else greatest(
            1.0::double,
            m / (m - 1)::double
                * (xx::hugeint * n::hugeint * n::hugeint
                    - 2 * x::hugeint * n::hugeint * xn::hugeint
                    + x::hugeint * x::hugeint * nn::hugeint)::double
                / (n::double * x::double * (n - x)::double)
        )
    end;
