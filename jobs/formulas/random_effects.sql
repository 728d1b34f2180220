-- Pools studies (here hubs) by random effects on the logit scale. Each study is a struct of its logit y and the
-- variance v of y. Lists must be in a fixed order. A share of 0 or 1 gets half a case on either side.
-- DerSimonian, R. & Laird, N. (1986), Controlled Clinical Trials 7, 177-188.
create or replace macro logit_study(x, n) as
    case
        when x > 0 and x < n then {'y': ln(x / (n - x)::double), 'v': 1 / x::double + 1 / (n - x)::double}
        else {'y': ln((x + 0.5::double) / (n - x + 0.5::double)), 'v': 1 / (x + 0.5::double) + 1 / (n - x + 0.5::double)}
    end;

create or replace macro weighted_mean(studies, tau_squared) as
    list_sum([(study.y / (study.v + tau_squared))::double for study in studies])
        / list_sum([(1 / (study.v + tau_squared))::double for study in studies]);

-- Cochran's Q: the variation of studies around their mean, weighted by their precision.
create or replace macro cochran_q(studies, mean) as
    list_sum([((study.y - mean) * (study.y - mean) / study.v)::double for study in studies]);

-- The variance between studies, given their mean at a tau squared of 0.
create or replace macro tau_squared(studies, mean) as
    greatest(
        0.0::double,
        (cochran_q(studies, mean) - (len(studies) - 1))
            / nullif(
                list_sum([(1 / study.v)::double for study in studies])
                    - list_sum([(1 / (study.v * study.v))::double for study in studies])
                        / list_sum([(1 / study.v)::double for study in studies]),
                0
            )
    );

-- Half the width of the 95% prediction interval for a further study, for at least three studies. Higgins, J. P. T.,
-- Thompson, S. G. & Spiegelhalter, D. J. (2009), JRSS A 172, 137-159.
create or replace macro prediction_half_width(studies, tau_squared) as
    critical_t(len(studies) - 2)
        * sqrt(tau_squared + 1 / list_sum([(1 / (study.v + tau_squared))::double for study in studies]));

create or replace macro inverse_logit(y) as
    1 / (1 + exp(-y));
