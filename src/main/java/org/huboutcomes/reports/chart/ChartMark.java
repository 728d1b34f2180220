package org.huboutcomes.reports.chart;

import org.jspecify.annotations.Nullable;

/// One value to be drawn, with its limits where it has them and the words that print it.
public record ChartMark(
        double value, @Nullable Double lower, @Nullable Double upper, String printed) {

    /// Whether its limits lie wholly above the other's.
    public boolean isAbove(ChartMark other) {
        return lower != null && other.upper != null && lower > other.upper;
    }

    double least() {
        return lower == null ? value : lower;
    }

    double most() {
        return upper == null ? value : upper;
    }
}
