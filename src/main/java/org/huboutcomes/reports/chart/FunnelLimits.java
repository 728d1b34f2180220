package org.huboutcomes.reports.chart;

import org.jspecify.annotations.Nullable;

/// The control limits around the pooled share of the hubs, in per cent, for a hub with a given number of cases:
/// over-dispersed limits if hubs differ by more than chance, otherwise chance limits. The formulas are those with
/// which the catalogue compares figures.
///
/// @param centre the pooled share, 0 to 100
/// @param tauSquared the variance between hubs beyond chance, on the arcsine scale; null or 0 if there is none
public record FunnelLimits(double centre, @Nullable Double tauSquared) {

    static final double Z95 = 1.959963984540054;
    static final double Z998 = 3.090232306167813;

    public boolean isDispersed() {
        return tauSquared != null && tauSquared > 0;
    }

    double upper(double n, double z) {
        return isDispersed()
                ? share(Math.min(Math.PI / 2, angle() + z * spread(n)))
                : Math.min(100, centre + half(n, z));
    }

    double lower(double n, double z) {
        return isDispersed() ? share(Math.max(0, angle() - z * spread(n))) : Math.max(0, centre - half(n, z));
    }

    /// Whether it is above the limits by which figures are compared.
    public boolean isAbove(double n, double value) {
        return value > upper(n, Z998);
    }

    public boolean isBelow(double n, double value) {
        return value < lower(n, Z998);
    }

    public boolean isInside(double n, double value) {
        return value >= lower(n, Z95) && value <= upper(n, Z95);
    }

    private double half(double n, double z) {
        double p = centre / 100;
        return 100 * z * Math.sqrt(p * (1 - p) / n);
    }

    private double angle() {
        return Math.asin(Math.sqrt(centre / 100));
    }

    private double spread(double n) {
        return Math.sqrt(1 / (4 * n) + (tauSquared == null ? 0 : tauSquared));
    }

    private static double share(double angle) {
        return 100 * Math.pow(Math.sin(angle), 2);
    }
}
