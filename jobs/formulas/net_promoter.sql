-- The net promoter score of promoters (9-10) and detractors (0-6) among n answers, from -100 to 100, and half the width
-- of its 95% limits. Reichheld, F. (2003), Harvard Business Review 81(12). Uses the variance of a difference between
-- two shares of one sample.
create or replace macro net_promoter_score(promoters, detractors, n) as
    100 * (promoters - detractors) / nullif(n, 0)::double;

create or replace macro net_promoter_half_width(promoters, detractors, n) as
    1.96 * 100 * sqrt(
        greatest(0, (promoters + detractors) * n - (promoters - detractors) * (promoters - detractors))
            / (nullif(n, 0)::double * n * n)
    );
