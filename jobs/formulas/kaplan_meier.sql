-- The share that survives, from the steps of a life table in order: the number at risk and the number of events at each
-- step. Kaplan, E. L. & Meier, P. (1958), Journal of the American Statistical Association 53, 457-481.
create or replace macro kaplan_meier(steps) as
    list_product([(1 - step.events / step.at_risk)::double for step in steps if step.at_risk > 0]);

-- Greenwood's sum: the variance of the share is the square of the share times this. Greenwood, M. (1926), Reports on
-- Public Health and Medical Subjects 33.
create or replace macro greenwood(steps) as
    list_sum([
        (step.events / (step.at_risk * (step.at_risk - step.events)))::double
        for step in steps
        if step.at_risk > step.events
    ]);

-- 95% limits on the scale log(-log S), so that they stay between 0 and 1; a share of 0 or 1 has none. Kalbfleisch, J.
-- D. & Prentice, R. L. (1980), The Statistical Analysis of Failure Time Data, section 1.3.
create or replace macro survival_lower(share, greenwood_sum) as
    case
        when share > 0 and share < 1
        then pow(share, exp(-1.959963984540054::double * sqrt(greenwood_sum) / ln(share)))
    end;

create or replace macro survival_upper(share, greenwood_sum) as
    case
        when share > 0 and share < 1
        then pow(share, exp(1.959963984540054::double * sqrt(greenwood_sum) / ln(share)))
    end;
