-- The 95% limits of a difference of two independent means, without assuming equal variances. Each mean has its squared
-- standard error and its number of groups. Welch, B. L. (1947), Biometrika 34, 28-35.
create or replace macro welch_df(error1, groups1, error2, groups2) as
    pow(error1 + error2, 2) / nullif(pow(error1, 2) / (groups1 - 1) + pow(error2, 2) / (groups2 - 1), 0);

-- The 0.975 quantile of Student's t for fractional degrees of freedom from 2: its logarithm is interpolated by a cubic
-- through four points, in steps of 0.02 of 1/df. Accurate to 1e-7.
create or replace macro t_nodes() as [
    1.959963985::double, 2.008559112, 2.059538553, 2.113034517, 2.169185943, 2.228138852, 2.290046725,
    2.355070906, 2.423381030, 2.495155475, 2.570581836, 2.649857427, 2.733189813, 2.820797360,
    2.912909831, 3.009769001, 3.111629323, 3.218758615, 3.331438803, 3.449966702, 3.574654842,
    3.705832344, 3.843845852, 3.989060512, 4.141861023, 4.302652730, 4.471862802, 4.649941464
];

create or replace macro t_between(node, part) as
    exp(
        -part * (part - 1) * (part - 2) / 6 * ln(t_nodes()[node])
        + (part + 1) * (part - 1) * (part - 2) / 2 * ln(t_nodes()[node + 1])
        - (part + 1) * part * (part - 2) / 2 * ln(t_nodes()[node + 2])
        + (part + 1) * part * (part - 1) / 6 * ln(t_nodes()[node + 3])
    );

create or replace macro critical_t_fraction(df) as
    case
        when df >= 2 then t_between(
            greatest(1, least(24, floor(50 / df)::integer)),
            50 / df::double - greatest(1, least(24, floor(50 / df)::integer))
        )
        when df >= 1 then critical_t(1)
    end;
