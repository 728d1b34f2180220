-- The 0.975 quantile of Student's t: from a table up to 30 degrees of freedom, above that by the expansion in 1/df
-- about the normal quantile, which is then accurate to 1e-7. Abramowitz & Stegun (1964), Handbook of Mathematical
-- Functions, 26.7.5.
create or replace macro critical_t(df) as
    case
        when df < 1 then null
        when df <= 30 then [
            12.706204736::double, 4.302652730, 3.182446305, 2.776445105, 2.570581836,
            2.446911851, 2.364624252, 2.306004135, 2.262157163, 2.228138852,
            2.200985160, 2.178812830, 2.160368656, 2.144786688, 2.131449546,
            2.119905299, 2.109815578, 2.100922040, 2.093024054, 2.085963447,
            2.079613845, 2.073873068, 2.068657610, 2.063898562, 2.059538553,
            2.055529439, 2.051830516, 2.048407142, 2.045229642, 2.042272456
        ][df::integer]
        else 1.959963984540054::double
            + 2.372271230298562::double / df
            + 2.8224986157396112::double / (df::double * df)
            + 2.555849679507722::double / (df::double * df * df)
            + 1.5895340533938225::double / (df::double * df * df * df)
    end;
