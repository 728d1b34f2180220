-- The design effect of a clustered sample, at least 1: the variance of a ratio between clusters over the binomial
-- variance. Kish, L. (1965), Survey Sampling, chapter 5.
-- Takes the number of clusters m, the sums of x and n over the clusters, and the sums of x.x, x.n and n.n. These are
-- whole numbers, so the sum of (x - p.n) squared is exact in any order of the rows.
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
