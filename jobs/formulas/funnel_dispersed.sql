-- Funnel limits for shares that differ between hubs by more than chance. The arcsine of the square root has the
-- variance 1/(4n); the variance between hubs beyond it, tau squared, widens the limits.
-- Spiegelhalter, D. J. (2005), Quality and Safety in Health Care 14, 347-351; winsorised at 10% at either end, like
-- FunnelPlotR for proportions.
create or replace macro arcsine_z(x, n, p0) as
    (asin(sqrt(x / n::double)) - asin(sqrt(p0))) * 2 * sqrt(n::double);

-- phi, the mean square of the winsorised z-scores, from the z-scores of all hubs and their n, in a fixed order.
create or replace macro dispersion(zs) as
    list_sum([
        pow(
            greatest(list_aggregate(zs, 'quantile_cont', 0.1), least(list_aggregate(zs, 'quantile_cont', 0.9), z))::double,
            2
        )
        for z in list_sort(zs)
    ]) / len(zs);

create or replace macro dispersion_tau_squared(zs, ns) as
    greatest(
        0.0::double,
        (len(zs) * dispersion(zs) - (len(zs) - 1))
            / nullif(
                4 * list_sum(ns::double[]) - 4 * list_sum([(n * n)::double for n in ns]) / list_sum(ns::double[]),
                0
            )
    );

create or replace macro funnel_dispersed_lower(p0, n, tau_squared, z) as
    pow(sin(greatest(0.0::double, asin(sqrt(p0)) - z * sqrt(1 / (4 * n::double) + tau_squared))), 2);

create or replace macro funnel_dispersed_upper(p0, n, tau_squared, z) as
    pow(sin(least(pi() / 2, asin(sqrt(p0)) + z * sqrt(1 / (4 * n::double) + tau_squared))), 2);
