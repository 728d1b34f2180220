package org.huboutcomes.reports.chart;

import org.jspecify.annotations.Nullable;

/// What chance alone would give around a network's share, in per cent, for a hub of so many cases; as the formulas of
/// the catalogue have it, which the figures are compared by.
///
/// @param tauSquared how much more than chance the hubs differ, on the arcsine scale; null or 0 where they do not
public record FunnelLimits(double network, @Nullable Double tauSquared) {

    static final double Z95 = 1.959963984540054;
    static final double Z998 = 3.090232306167813;

    public boolean isDispersed() {
        return tauSquared != null && tauSquared > 0;
    }

    double upper(double n, double z) {
        return Math.min(100, network + half(n, z));
    }

    double lower(double n, double z) {
        return Math.max(0, network - half(n, z));
    }

    /// Outside the limits that a figure is compared by: where hubs differ by more than chance, the wider ones.
    public boolean isAbove(double n, double value) {
        return value > (isDispersed() ? dispersedUpper(n, Z998) : network + half(n, Z998));
    }

    public boolean isBelow(double n, double value) {
        return value < (isDispersed() ? dispersedLower(n, Z998) : network - half(n, Z998));
    }

    public boolean isInside(double n, double value) {
        if (!isDispersed()) return Math.abs(value - network) <= half(n, Z95);
        return value >= dispersedLower(n, Z95) && value <= dispersedUpper(n, Z95);
    }

    double dispersedUpper(double n, double z) {
        return share(Math.min(Math.PI / 2, angle() + z * spread(n)));
    }

    double dispersedLower(double n, double z) {
        return share(Math.max(0, angle() - z * spread(n)));
    }

    private double half(double n, double z) {
        double p = network / 100;
        return 100 * z * Math.sqrt(p * (1 - p) / n);
    }

    private double angle() {
        return Math.asin(Math.sqrt(network / 100));
    }

    private double spread(double n) {
        return Math.sqrt(1 / (4 * n) + (tauSquared == null ? 0 : tauSquared));
    }

    private static double share(double angle) {
        return 100 * Math.pow(Math.sin(angle), 2);
    }
}
